using RruffGeo.Artifacts;

namespace RruffGeo.Stages.Tests;

/// <summary>A main run of eight spectra and a departure that has six of them.</summary>
public sealed class CompareRunsTests : IDisposable
{
    private readonly string outputs = Directory.CreateTempSubdirectory("rruffgeo-runs-").FullName;

    public void Dispose() => Directory.Delete(outputs, recursive: true);

    [Fact]
    public void The_difference_is_over_the_spectra_that_both_runs_held_out()
    {
        // Main: 4 of 8 right, 2 of the common 6. Departure: 5 of 6.
        Write("demo", 8, row => row is 0 or 1 or 6 or 7);
        Write("demo-raw-only", 6, row => row != 5);

        var compared = Compare("demo", "raw-only");

        Assert.Equal("SIMULATED DATA: Runs that depart from demo, beside it", compared.Lines().First());
        Assert.Equal(
            ["raw-only", "row", "ConvNeXt1D", "50.0", "8", "83.3", "6", "6", "+50.0"],
            compared.Lines().ElementAt(2).Split("  ", StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Take(9));
        var csv = File.ReadLines(compared.Write(outputs).First()).ElementAt(1);
        Assert.StartsWith("raw-only,row,ConvNeXt1D,50,8,83.333333333,6,6,50,", csv, StringComparison.Ordinal);
        Assert.EndsWith(",SIMULATED DATA", csv, StringComparison.Ordinal);
    }

    [Fact]
    public void Runs_that_agree_differ_by_nothing_with_certainty()
    {
        Write("rruff", 8, row => row < 3);
        Write("rruff-order-b", 8, row => row < 3);

        Assert.Equal(["±0.0", "0.0", "0.0"], Compare("rruff", "order-b").Lines().ElementAt(2).Split("  ", StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)[^3..]);
    }

    [Fact]
    public void A_main_run_without_predictions_is_refused_with_what_to_do()
    {
        Directory.CreateDirectory(Path.Combine(outputs, "demo"));
        Assert.Equal(
            "Run 'demo' has no predictions of stage 06 yet: run --target=Metrics --run=demo.", Assert.Throws<InvalidDataException>(() => Compare("demo", "raw-only")).Message);
    }

    private ComparedRuns Compare(string main, string departure) => CompareRuns.Run(
        Path.Combine(outputs, main), [(departure, Path.Combine(outputs, $"{main}-{departure}"))], new MetricsParameters { BootstrapDraws = 200 }, TestContext.Current.CancellationToken);

    private void Write(string run, int rows, Func<int, bool> right)
    {
        var fold = Directory.CreateDirectory(Path.Combine(outputs, run, "06-models", "row", "convnext1d", "fold-0")).FullName;
        ParquetTable.Write(Path.Combine(fold, "predictions.parquet"), Enumerable.Range(0, rows).Select(row => new HeldOutPrediction
        {
            SpectrumId = $"s{row}",
            Class = 1,
            Logits = right(row) ? [0, 1] : [1, 0],
        }).ToArray());
        var joined = Directory.CreateDirectory(Path.Combine(outputs, run, "03-joined")).FullName;
        ParquetTable.Write(Path.Combine(joined, "joined.parquet"), Enumerable.Range(0, rows).Select(row => new JoinedSpectrum { SpectrumId = $"s{row}", Specimen = $"R{row / 2}" }).ToArray());
    }
}
