using RruffGeo.Presentation.Drawing;
using RruffGeo.Spectra;

namespace RruffGeo.Stages;

/// <summary>What one has to know to read a prediction.</summary>
internal static class PredictionNotes
{
    // Above this the spectrum may well be one of the library's, or a twin of one.
    private const double AsGoodAsEqual = 0.9999;
    private const double MuchPadding = 0.25;

    public static IReadOnlyList<string> Of(TrainedRun run, SpectrumFile spectrum, double padding, IReadOnlyList<NearestSpectrum> nearest)
    {
        var notes = new List<string>();
        if (run.Raw.Archives.Any(archive => archive.Simulated))
            notes.Add("SIMULATED DATA: this run learned from the demo corpus. Its countries say nothing about a real stone.");
        notes.Add(Accuracy(run));
        if (run.Protocol == "row")
            notes.Add("Folds by row let spectra of one specimen stand on both sides: for a stone that is not in the library, expect less than that.");
        notes.Add(Calibration(run));
        notes.Add(run.KeepsSpecimensApart
            ? "The prediction set holds the countries that more than half of the networks cannot rule out. What was asked for and measured is of each network's own set; a majority may miss twice as often, and nothing is promised for stones unlike the library's."
            : $"There is no prediction set: what folds by {run.Protocol} hold out are no new specimens to the networks.");
        if (nearest.Count > 0 && nearest[0].Cosine >= AsGoodAsEqual)
            notes.Add($"The library holds a spectrum that is as good as equal ({nearest[0].Mineral} {nearest[0].Specimen}): most of the networks have seen it with its country.");
        notes.Add($"{Numerals.Percent(padding)} of the grid lies outside the measured range and holds zeros{(padding > MuchPadding ? ", which the networks see as well as the bands" : "")}.");
        notes.AddRange(spectrum.Diagnostics.Select(found => found.Line > 0 ? $"Reader, line {found.Line}: {found.Text}" : $"Reader: {found.Text}"));
        return notes;
    }

    private static string Calibration(TrainedRun run)
    {
        const string Closed = "they know no country but the run's own";
        var calibrations = run.Measured?.FoldCalibration.Where(row => row.Protocol == run.Protocol && row.Model == run.Models[0].Branch.Model).ToList() ?? [];
        if (calibrations.Count == 0)
            return $"Probabilities are those of the networks, not calibrated, and {Closed}.";
        var temperatures = $"{Numerals.Of(calibrations.Min(row => row.Temperature), 2)} to {Numerals.Of(calibrations.Max(row => row.Temperature), 2)}";
        return Pooled(run, "ece") is { } before && Pooled(run, "ece_scaled") is { } after
            ? $"Probabilities are calibrated by each fold's temperature ({temperatures}): on held-out spectra confidence and accuracy differed by {Numerals.Percent(before.Value)} on average before and {Numerals.Percent(after.Value)} after. And {Closed}."
            : $"Probabilities are calibrated by each fold's temperature ({temperatures}), and {Closed}.";
    }

    private static MetricValue? Pooled(TrainedRun run, string metric) => run.Measured?.Metrics.FirstOrDefault(value =>
        value.Protocol == run.Protocol && value.Model == run.Models[0].Branch.Model && value.Metric == metric && value.Fold == "pooled");

    private static string Accuracy(TrainedRun run)
    {
        var metrics = run.Measured?.Metrics.Where(value => value.Protocol == run.Protocol && value.Metric == "accuracy" && value.Fold == "pooled").ToList() ?? [];
        var network = metrics.Find(value => value.Model == run.Models[0].Branch.Model);
        if (network is null)
            return "How often these networks are right was not measured in this run.";
        var majority = metrics.Find(value => value.Model == "majority");
        return $"Under folds by {run.Protocol} these networks named the right country for {LeakageSentence.Interval(network)} of {Numerals.Of(network.N)} spectra"
            + (majority is null ? "." : $"; naming the largest country every time is right for {Numerals.Percent(majority.Value)}.");
    }
}
