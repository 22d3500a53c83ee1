using System.Collections.Immutable;
using RruffGeo.Presentation;
using RruffGeo.Presentation.Drawing;
using RruffGeo.Presentation.Figures;

namespace RruffGeo.Stages;

/// <summary>What stands behind the accuracies: whom the network takes for whom, and how far its confidence can be believed.</summary>
internal static class BeliefFigures
{
    private const int LargestCountries = 12;
    private const string Binning = "equal-width";

    /// <summary>The figures of this kind that the run has rows for.</summary>
    public static IEnumerable<DrawnFigure> Of(PaperSources sources)
    {
        var confused = sources.DrawnProtocols.Where(p => sources.Confusion.Any(c => c.Protocol == p && c.Model == sources.Network)).ToList();
        if (confused.Count > 0)
            yield return Confusion(sources, confused);
        var believed = sources.DrawnProtocols.Where(p => sources.Calibration.Any(c => c.Protocol == p && c.Model == sources.Network)).ToList();
        if (believed.Count > 0)
            yield return Reliability(sources, believed);
        if (sources.Selective.Any(s => s.Model == sources.Network))
            yield return RiskCoverage(sources);
    }

    private static DrawnFigure Confusion(PaperSources sources, IReadOnlyList<string> protocols)
    {
        var largest = sources.Classes.OrderByDescending(c => c.Rows).ThenBy(c => c.Country, StringComparer.Ordinal).Take(LargestCountries).ToImmutableArray();
        return new(
            "confusion-map",
            $"Confusion of the {largest.Length} largest countries by {Naming.Model(sources.Network)}, all folds pooled. Each row is a true country and adds up to 100 %; numbers are per cent, from 10 % on.",
            ConfusionFigure.Draw(
                new FigureText(
                    $"Whom {Naming.Model(sources.Network)} takes for whom", $"The {largest.Length} largest countries; numbers are per cent of the true country's rows",
                    $"Row-normalised confusion matrices under {string.Join(" and ", protocols)} folds. {string.Join("; ", protocols.Select(p => $"{p}: {Diagonal(sources, p, largest)}"))}.", sources.Origin),
                [.. largest.Select(c => (c.Country, (long)c.Rows))],
                [.. protocols.Select(p => new ConfusionPanel(p, Shares(sources, p, largest)))]));
    }

    private static string Diagonal(PaperSources sources, string protocol, ImmutableArray<CountryClass> largest) =>
        string.Join(", ", Shares(sources, protocol, largest).Take(3).Select((row, i) => $"{largest[i].Country} {Numerals.Percent(row[i] ?? double.NaN, 0)} right"));

    private static ImmutableArray<ImmutableArray<double?>> Shares(PaperSources sources, string protocol, ImmutableArray<CountryClass> largest)
    {
        var counts = sources.Confusion.Where(c => c.Protocol == protocol && c.Model == sources.Network).ToLookup(c => c.TrueClass);
        return
        [
            .. largest.Select(truth =>
            {
                var all = counts[truth.Class].Sum(c => (double)c.Count);
                double? ShareOf(Func<ConfusionCount, bool> of) => all > 0 ? counts[truth.Class].Where(of).Sum(c => (double)c.Count) / all : null;
                return largest.Select(predicted => ShareOf(c => c.PredictedClass == predicted.Class))
                    .Append(ShareOf(c => largest.All(country => country.Class != c.PredictedClass))).ToImmutableArray();
            }),
        ];
    }

    private static DrawnFigure Reliability(PaperSources sources, IReadOnlyList<string> protocols)
    {
        ReliabilityPanel[] panels =
        [
            .. protocols.Select(p => new ReliabilityPanel(
                p, Bins(sources, p, scaled: false), Bins(sources, p, scaled: true),
                sources.Metric(p, sources.Network, "ece", "pooled")?.Value, sources.Metric(p, sources.Network, "ece_scaled", "pooled")?.Value)),
        ];
        return new(
            "reliability",
            $"Reliability of {Naming.Model(sources.Network)}: accuracy against confidence in bins of equal width, as trained and after temperature scaling on the other half of each fold's specimens. On the dashed line confidence can be taken at its word; below it the network is too sure.",
            ReliabilityFigure.Draw(
                new FigureText(
                    $"Can {Naming.Model(sources.Network)}'s confidence be believed?", "On the dashed line it can; below it the network is too sure",
                    string.Join("; ", panels.Select(p => $"{p.Protocol} folds: calibration error {Numerals.Of(p.PlainError ?? double.NaN, 3)}, scaled {Numerals.Of(p.ScaledError ?? double.NaN, 3)}")) + ".", sources.Origin),
                panels));
    }

    private static ImmutableArray<ReliabilityBin> Bins(PaperSources sources, string protocol, bool scaled) =>
    [
        .. sources.Calibration.Where(c => c.Protocol == protocol && c.Model == sources.Network && c.Binning == Binning && c.Scaled == scaled && c.Rows > 0)
            .OrderBy(c => c.Bin).Select(c => new ReliabilityBin(c.Confidence, c.Accuracy, c.Rows)),
    ];

    private static DrawnFigure RiskCoverage(PaperSources sources)
    {
        CoverageCurve[] curves =
        [
            .. from model in sources.Models.Where(m => m == sources.Network).Concat(sources.Models.Where(m => m != sources.Network))
               from protocol in sources.DrawnProtocols
               let points = sources.Selective.Where(s => s.Protocol == protocol && s.Model == model).OrderBy(s => s.Coverage).Select(s => (s.Coverage, s.Accuracy)).ToImmutableArray()
               where points.Length > 0
               select new CoverageCurve(Naming.Model(model), protocol, points),
        ];
        return new(
            "risk-coverage",
            "Accuracy among the rows of which a model is surest, against the share of rows it then answers. A curve that falls to the right belongs to a model that knows when it is wrong.",
            RiskCoverageFigure.Draw(
                new FigureText(
                    "What leaving doubtful rows unanswered gains", $"Thick with marks: {Naming.Model(sources.Network)}; dashed: the other models with probabilities",
                    string.Join("; ", curves.Take(sources.DrawnProtocols.Count).Select(c => $"{c.Label}, {c.Protocol} folds: {Numerals.Percent(At(c, 0.5))} of the surest half right, {Numerals.Percent(At(c, 1))} of all")) + ".",
                    sources.Origin),
                curves));
    }

    private static double At(CoverageCurve curve, double coverage) =>
        curve.Points.Where(point => Math.Abs(point.Coverage - coverage) < 1e-9).Select(point => point.Accuracy).DefaultIfEmpty(double.NaN).First();
}
