using RruffGeo.Artifacts;
using RruffGeo.Spectra;

namespace RruffGeo.Stages;

/// <summary>Finds files that hold one measurement by their numbers alone (SCIENCE section 6), and says how far metadata agree.</summary>
internal static class FindTwins
{
    // Pairs compared at once: enough that all cores have work.
    private const int PairsAhead = 256;

    /// <summary>Writes <c>twins.parquet</c> and <c>twin_recall.parquet</c>.</summary>
    /// <param name="raw">All spectra that were read; they pass by twice, and only those of candidate pairs are held.</param>
    /// <param name="parameters">The thresholds.</param>
    /// <param name="stage">Where to write, whom to tell, when to stop.</param>
    public static void Run(RawSpectra raw, MetricsParameters parameters, StageContext stage)
    {
        var descriptions = raw.Descriptions;
        var candidates = Candidates(raw, descriptions.Count, stage);
        var wanted = candidates.SelectMany(pair => new[] { pair.First, pair.Second }).Select(row => descriptions[row].SpectrumId).ToHashSet(StringComparer.Ordinal);
        var spectra = wanted.Count == 0 ? [] : raw.ReadSpectra(wanted).ToDictionary(spectrum => spectrum.SpectrumId, StringComparer.Ordinal);
        var twins = OrderedParallel
            .Select(candidates, pair => Compare(descriptions[pair.First], descriptions[pair.Second], spectra, parameters), PairsAhead, stage.Cancellation)
            .Where(pair => pair is not null).Select(pair => pair!).ToArray();
        ParquetTable.Write(stage.File("twins.parquet"), twins);
        ParquetTable.Write(stage.File("twin_recall.parquet"), TwinRecalls.Of(descriptions, twins));
    }

    private static IReadOnlyList<(int First, int Second)> Candidates(RawSpectra raw, int count, StageContext stage)
    {
        const int SpectraPerReport = 500;
        var candidates = new TwinCandidates();
        var row = 0;
        foreach (var spectrum in raw.ReadSpectra())
        {
            stage.Cancellation.ThrowIfCancellationRequested();
            candidates.Add(row++, spectrum.Wavenumbers, spectrum.Intensities);
            if (row % SpectraPerReport == 0 || row == count)
                stage.Progress.Report(new StageProgress("looking for twins", row, count, "spectra"));
        }

        return candidates.Pairs(stage.Cancellation);
    }

    private static TwinPair? Compare(
        SpectrumDescription first, SpectrumDescription second, Dictionary<string, RawSpectrum> spectra, MetricsParameters parameters)
    {
        var (a, b) = (spectra[first.SpectrumId], spectra[second.SpectrumId]);
        var overlap = AxisOverlap.Of(a.Wavenumbers, b.Wavenumbers);
        if (overlap is null && a.Intensities.AsSpan().SequenceEqual(b.Intensities))
            return Pair("different", a.Intensities.Length, 1, 1);
        if (overlap is not { } common)
            return null;
        var (stretch, other) = (a.Intensities.AsMemory(common.First, common.Points), b.Intensities.AsMemory(common.Second, common.Points));

        // The cheap comparison first: few pairs are left for the baselines.
        var detail = TwinSimilarity.Detail(stretch.Span, other.Span);
        if (detail < parameters.TwinDetail)
            return null;
        var shape = TwinSimilarity.Shape(stretch.Span, other.Span);
        if (shape < parameters.TwinShape)
            return null;
        var (all, some) = (Math.Max(a.Wavenumbers.Length, b.Wavenumbers.Length), Math.Min(a.Wavenumbers.Length, b.Wavenumbers.Length));
        return Pair(common.Points == all ? "equal" : common.Points == some ? "part" : "overlap", common.Points, shape, detail);

        TwinPair Pair(string axes, int points, double shape, double detail)
        {
            var relation = TwinRecalls.Relation(first, second);
            return new TwinPair
            {
                SpectrumId = first.SpectrumId,
                OtherId = second.SpectrumId,
                Named = Name(first),
                OtherNamed = Name(second),
                Metadata = relation,
                Suspicious = relation != TwinRecalls.Twins,
                Axes = axes,
                Points = points,
                Shape = shape,
                Detail = detail,
            };
        }
    }

    private static string Name(SpectrumDescription row) => FormattableString.Invariant(
        $"{row.Mineral} {row.RruffId}, {(row.LaserNanometres is { } laser ? $"{laser:0.###} nm" : "laser not stated")}, {row.Kind}, {row.Archive}");
}
