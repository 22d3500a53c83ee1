using RruffGeo.Artifacts;

namespace RruffGeo.Stages.Tests;

public sealed class FindTwinsTests : IDisposable
{
    private static readonly float[] Axis = [.. Enumerable.Range(0, 1200).Select(i => 100.5f + i)];

    private readonly string folder = Directory.CreateTempSubdirectory("rruffgeo-twins-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void A_twin_is_found_under_the_right_id_and_under_a_wrong_one()
    {
        var raw = Measured(seed: 1, 464);
        var twins = Find(
            Row("raw", "R040031", "RAW", raw),
            Row("processed", "R040031", "Processed", WithoutSlope(raw), from: 50, points: 1000),
            Row("wrong", "R050044", "Processed", WithoutSlope(raw), mineral: "Talc"));

        Assert.Equal(
            ["raw processed twins part 1000 known", "raw wrong other specimen equal 1200 suspicious", "processed wrong other specimen part 1000 suspicious"],
            twins.Select(Told));
        Assert.Equal("Quartz R040031, 532 nm, RAW, a.zip | Talc R050044, 532 nm, Processed, a.zip", $"{twins[1].Named} | {twins[1].OtherNamed}");
    }

    [Fact]
    public void Two_minerals_on_one_axis_are_no_twins() =>
        Assert.Empty(Find(Row("a", "R040031", "RAW", Measured(1, 464)), Row("b", "R050044", "RAW", Measured(2, 700), mineral: "Talc")));

    [Fact]
    public void Two_measurements_of_one_mineral_are_no_twins() =>
        Assert.Empty(Find(Row("a", "R040031", "RAW", Measured(1, 464)), Row("b", "R050044", "RAW", Measured(2, 464))));

    [Fact]
    public void A_copy_over_a_shifted_axis_is_found_and_its_axis_named_different()
    {
        var raw = Measured(1, 464);

        Assert.Equal(
            ["a b other specimen different 1200 suspicious"],
            Find(Row("a", "R040031", "RAW", raw), Row("b", "R050044", "RAW", raw, shift: 2.5f)).Select(Told));
    }

    [Fact]
    public void Recall_and_precision_are_counted_by_halves_among_pairs_of_raw_and_processed()
    {
        var (even, odd, lost) = (Measured(1, 464), Measured(2, 464), Measured(3, 464));
        var recalls = Measure(
            Row("a", "R040032", "RAW", even), Row("b", "R040032", "Processed", WithoutSlope(even)),
            Row("c", "R040031", "RAW", odd), Row("d", "R040031", "Processed", WithoutSlope(odd)), Row("e", "R050041", "Processed", WithoutSlope(odd)),
            Row("f", "R050043", "RAW", lost), Row("g", "R050043", "Processed", Measured(4, 900))).Recalls;

        // Odd: two pairs are known; c–d is found, f–g is not; c–e is found and not known. d–e are both Processed and do not count.
        Assert.Equal(
            ["even 1 1 1 1 1", "odd 2 2 1 0.5 0.5"],
            recalls.Select(r => FormattableString.Invariant($"{r.Half} {r.Known} {r.Found} {r.FoundKnown} {r.Recall} {r.Precision}")));
    }

    [Fact]
    public void Nothing_to_find_has_no_recall() =>
        Assert.All(Measure(Row("a", "R040031", "RAW", Measured(1, 464))).Recalls, recall => Assert.True(recall.Recall is null && recall.Precision is null));

    private static string Told(TwinPair pair) =>
        $"{pair.SpectrumId} {pair.OtherId} {pair.Metadata} {pair.Axes} {pair.Points} {(pair.Suspicious ? "suspicious" : "known")}";

    private IReadOnlyList<TwinPair> Find(params RawRow[] rows) => Measure(rows).Twins;

    private (IReadOnlyList<TwinPair> Twins, IReadOnlyList<TwinRecall> Recalls) Measure(params RawRow[] rows)
    {
        ParquetTable.Write(Path.Combine(folder, "raw.parquet"), rows);
        FindTwins.Run(
            new RawSpectra(folder), new MetricsParameters(), new StageContext(folder, folder, new Progress<StageProgress>(), TestContext.Current.CancellationToken));
        return (new MeasuredModels(folder).Twins, new MeasuredModels(folder).TwinRecalls);
    }

    private static RawRow Row(string id, string specimen, string kind, float[] intensities, string mineral = "Quartz", int from = 0, int points = 1200, float shift = 0) => new()
    {
        SpectrumId = id,
        Archive = "a.zip",
        Kind = kind,
        Mineral = mineral,
        RruffId = specimen,
        Specimen = specimen,
        Acquisition = $"{specimen}|532",
        LaserNanometres = 532,
        Wavenumbers = [.. Axis.Skip(from).Take(points).Select(wavenumber => wavenumber + shift)],
        Intensities = [.. intensities.Skip(from).Take(points)],
    };

    private static float[] WithoutSlope(float[] raw) => [.. raw.Select((value, i) => 2 * (value - (0.5f * i) - (0.0004f * i * i)))];

    private static float[] Measured(int seed, double band)
    {
        var random = new Random(seed);
        return [.. Axis.Select((wavenumber, i) => (float)(
            (800 * Math.Exp(-Math.Pow((wavenumber - band) / 7, 2))) + (300 * Math.Exp(-Math.Pow((wavenumber - 206) / 12, 2)))
            + (0.5 * i) + (0.0004 * i * i) + (12 * random.NextDouble())))];
    }
}
