using RruffGeo.Artifacts;
using RruffGeo.Evaluation;
using RruffGeo.Spectra;

namespace RruffGeo.Stages.Tests;

/// <summary>Twenty spectra of two countries, two folds, two small networks.</summary>
public sealed class PredictCountryTests : IDisposable
{
    private static readonly ModelsParameters Quick = new()
    {
        Depths = "1,1",
        Dimensions = "16,16",
        Batch = 8,
        Epochs = 30,
        LearningRate = 1e-2,
        LayerScale = 0.1,
    };

    private readonly string outputs = Directory.CreateTempSubdirectory("rruffgeo-outputs-").FullName;
    private readonly ConstructedCorpus corpus = new(
        [.. Enumerable.Range(0, 20).Select(i => new ConstructedSpectrum($"s{i:D2}", i % 2 == 0 ? "Norway" : "Peru", $"R{i}") { Direction = i % 2 == 0 ? 0.01 * i : 1.4 })]);

    public void Dispose()
    {
        corpus.Dispose();
        Directory.Delete(outputs, recursive: true);
    }

    [Fact]
    public void The_probability_is_the_mean_over_the_networks_and_the_held_out_logits_come_out_again()
    {
        var run = Run();
        var prediction = Predict(run, OfFirstRow());

        // s00 is the query itself: the network of the fold that held it out has its logits on record; the other network is asked alone.
        var holder = run.Models.Single(model => model.Predictions.Any(row => row.SpectrumId == "s00"));
        var heldOut = holder.Predictions.Single(row => row.SpectrumId == "s00");
        var alone = Predict(run with { Models = [holder] }, OfFirstRow());
        var other = Predict(run with { Models = [.. run.Models.Where(model => model != holder)] }, OfFirstRow());
        var onRecord = new double[2];
        Softmax.Probabilities(heldOut.Logits, 1, onRecord);
        Assert.Equal(onRecord[0], Of(alone, "Norway"), 1e-5);
        Assert.Equal((Of(alone, "Norway") + Of(other, "Norway")) / 2, Of(prediction, "Norway"), 1e-12);
        Assert.Equal(1, prediction.Countries.Sum(country => country.Probability), 1e-12);
        Assert.Equal(["Norway", "Peru"], prediction.Countries.Select(country => country.Country));
        Assert.Equal((2, "row", 0.0), (prediction.Networks, prediction.Protocol, prediction.PaddingShare));
    }

    [Fact]
    public void The_nearest_spectra_are_named_with_what_is_known_of_them()
    {
        var prediction = Predict(Run(), OfFirstRow());

        Assert.Equal(new NearestSpectrum("s00", 1, "Quartz", "R0", "Norway", "RAW"), prediction.Nearest[0] with { Cosine = Math.Round(prediction.Nearest[0].Cosine, 6) });
        Assert.Equal(["s00", "s02", "s04", "s06", "s08"], prediction.Nearest.Select(near => near.SpectrumId));
        Assert.Contains(prediction.Notes, note => note.StartsWith("The library holds a spectrum that is as good as equal (Quartz R0)", StringComparison.Ordinal));
    }

    [Fact]
    public void Notes_say_what_was_not_measured_what_was_padded_and_what_the_reader_saw()
    {
        var half = SpectrumReader.Read("# half\n100 1\n150 3\n200 2\n250 1.5\n"u8, "half.txt");

        var prediction = Predict(Run(), half);

        // Of the grid 100, 110 … 410 the points from 260 on lie outside: 16 of 32.
        Assert.Equal(0.5, prediction.PaddingShare);
        Assert.Equal(
            [
                "How often these networks are right was not measured in this run.",
                "Folds by row let spectra of one specimen stand on both sides: for a stone that is not in the library, expect less than that.",
                "Probabilities are those of the networks, not calibrated, and they know no country but the run's own.",
                "There is no prediction set: what folds by row hold out are no new specimens to the networks.",
                "50.0 % of the grid lies outside the measured range and holds zeros, which the networks see as well as the bands.",
                "Reader, line 1: comment '# half'.",
                "Reader: Columns are parted by blanks.",
            ],
            prediction.Notes);
    }

    [Fact]
    public void A_measured_accuracy_and_simulated_data_are_said()
    {
        var run = Run();
        run = run with { Measured = corpus.Measure(run.Folds, [.. run.Models]) };
        corpus.WriteArchives(DataKind.Simulated);

        var notes = Predict(run, OfFirstRow()).Notes;

        Assert.StartsWith("SIMULATED DATA", notes[0], StringComparison.Ordinal);
        Assert.StartsWith("Under folds by row these networks named the right country for 100.0 % (95 % interval", notes[1], StringComparison.Ordinal);
        Assert.EndsWith("of 20 spectra; naming the largest country every time is right for 50.0 %.", notes[1], StringComparison.Ordinal);
    }

    [Fact]
    public void Measured_networks_answer_at_their_folds_temperatures()
    {
        var run = Run();
        run = run with { Measured = corpus.Measure(run.Folds, [.. run.Models]) };
        var calibrations = run.Measured.FoldCalibration;
        var expected = run.Models.Average(model =>
        {
            var plain = Of(Predict(run with { Models = [model], Measured = null }, OfFirstRow()), "Norway");
            // Two classes: dividing the logits by T takes the T-th root of the odds.
            var odds = Math.Pow(plain / (1 - plain), 1 / calibrations.Single(row => row.Fold == model.Branch.Fold).Temperature);
            return odds / (1 + odds);
        });

        var prediction = Predict(run, OfFirstRow());

        Assert.Equal([0, 1], calibrations.Select(row => row.Fold));
        Assert.All(calibrations, row => Assert.Equal(10, row.Specimens));
        Assert.True(prediction.Calibrated);
        Assert.Equal(expected, Of(prediction, "Norway"), 1e-6);
        Assert.Null(prediction.Set);
        Assert.Contains(prediction.Notes, note => note.StartsWith("Probabilities are calibrated by each fold's temperature (", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(0.9, "Norway")] // a threshold of 0.9 keeps what has a tenth or more
    [InlineData(null, "Norway,Peru")] // too few specimens: nothing is ruled out
    [InlineData(-1.0, "")]
    public void Folds_by_specimen_give_the_set_that_the_thresholds_of_most_networks_leave(double? threshold, string expected)
    {
        var run = Run("specimen");
        run = run with { Measured = corpus.Measure(run.Folds, [.. run.Models]) };
        corpus.Calibrate(run.Measured.FoldCalibration.Select(row => row with { LacThreshold = threshold }));

        var set = Predict(run, OfFirstRow()).Set!;

        Assert.Equal(expected, string.Join(',', set.Countries));
        Assert.Equal((0.9, 1.0), (set.Level, set.MeasuredCoverage));
        Assert.Contains("(90 % asked for of each network, 100.0 % measured on held-out spectra)", string.Join('\n', PredictionText.Lines(Predict(run, OfFirstRow()))), StringComparison.Ordinal);
    }

    [Fact]
    public void A_spectrum_beside_the_window_is_refused_with_both_ranges() => Assert.Equal(
        "q.txt: run 'test' cannot use this spectrum. Measured at 2000 … 2300 cm⁻¹; the grid is 100 … 410 cm⁻¹ in 32 points.",
        Assert.Throws<InvalidDataException>(() => Predict(Run(), SpectrumReader.Read("2000 1\n2100 3\n2200 2\n2300 1\n"u8, "q.txt"))).Message);

    [Fact]
    public void The_printed_prediction_and_its_file()
    {
        var prediction = Predict(Run(), OfFirstRow()) with { Countries = [new("Norway", 0.75), new("Peru", 0.25)], Notes = ["a <note>"] };

        Assert.Equal(
            ["q.txt: TextTable, 32 points, 100.0–410.0 cm⁻¹", "Run test, folds by row, mean of 2 networks", "", "     Country                          Probability", "  1  Norway                                75.0 %"],
            PredictionText.Lines(prediction).Take(5));
        Assert.StartsWith("{\n  \"run\": \"test\",\n  \"simulated\": false,\n  \"protocol\": \"row\",\n  \"networks\": 2,\n  \"file\": \"q.txt\",", PredictionText.Json(prediction), StringComparison.Ordinal);
        Assert.DoesNotContain("<note>", PredictionText.Json(prediction), StringComparison.Ordinal);
    }

    [Fact]
    public void A_run_that_cannot_predict_is_named_with_what_to_do()
    {
        Assert.Equal(
            "There is no run 'demo-x'; no run has trained networks yet. Make it with --target=Metrics --run=demo-x, or name another with --run=NAME.", Refuse("demo-x", null));
        Make("demo-y", "01-raw");
        Assert.Equal("Run 'demo-y' has no trained network yet. Run --target=Metrics --run=demo-y first.", Refuse("demo-y", null));

        Make("demo-z", "01-raw", "03-joined", "04-resampled", "05-folds", "06-models/row/convnext1d/fold-0");
        File.WriteAllText(Path.Combine(outputs, "demo-z/06-models/row/convnext1d/fold-0/models.parquet"), "");
        ParquetTable.Write(Path.Combine(outputs, "demo-z/05-folds/folds.parquet"), Enumerable.Range(0, 3).Select(fold => new FoldAssignment { Protocol = "row", SpectrumId = $"{fold}", Fold = fold }).ToArray());
        Assert.Equal("Run 'demo-z' has no networks of folds by specimen; it has them by row. Choose one of these with --protocol=….", Refuse("demo-z", "specimen"));
        Assert.Equal("Run 'demo-z' has 1 of 3 networks of folds by row. Run --target=Metrics --run=demo-z to train the rest.", Refuse("demo-z", null));
        Assert.StartsWith("There is no run 'demo-x'; runs with networks: demo-z. ", Refuse("demo-x", null), StringComparison.Ordinal);
    }

    private string Refuse(string run, string? protocol) =>
        Assert.Throws<InvalidDataException>(() => TrainedRun.Open(Path.Combine(outputs, run), protocol)).Message;

    private void Make(string run, params string[] folders)
    {
        foreach (var folder in folders)
            Directory.CreateDirectory(Path.Combine(outputs, run, folder));
    }

    private TrainedRun Run(string protocol = "row")
    {
        var folds = corpus.WriteFolds((protocol, [.. Enumerable.Range(0, 20).Select(i => i / 2 % 2)]));
        corpus.WriteArchives(DataKind.Measured);
        return new TrainedRun(
            "test", corpus.Raw, corpus.Joined, corpus.Resampled, folds,
            [.. Enumerable.Range(0, 2).Select(fold => TrainModel.Run(corpus.Resampled, folds, Quick, new ModelBranch(protocol, "convnext1d", fold), corpus.Stage($"fold-{fold}")))],
            null);
    }

    /// <summary>The intensities of s00, whose bands are 1 and 0, at the grid's own wavenumbers.</summary>
    private static SpectrumFile OfFirstRow() => SpectrumReader.Read(
        System.Text.Encoding.ASCII.GetBytes(string.Concat(Enumerable.Range(0, 32).Select(i => FormattableString.Invariant($"{100 + (10 * i)},{(i == 10 ? 1 : 0)}\n")))), "q.txt");

    private static Prediction Predict(TrainedRun run, SpectrumFile spectrum) => PredictCountry.Run(run, spectrum, "q.txt", TestContext.Current.CancellationToken);

    private static double Of(Prediction prediction, string country) => prediction.Countries.Single(row => row.Country == country).Probability;
}
