using System.Globalization;
using RruffGeo.Presentation.Claims;
using RruffGeo.Presentation.Drawing;

namespace RruffGeo.Stages;

/// <summary>C67, C68 and C85: the window, the order of the steps, and the instruments of this run.</summary>
internal static class AcquisitionClaims
{
    public static IEnumerable<CheckedClaim> Check(PaperSources sources) => [Window(sources), Orders(sources), Instruments(sources)];

    private static CheckedClaim Window(PaperSources sources)
    {
        var covered = sources.Resampled.Count(r => r.NativeFirst >= sources.Grid.First && r.NativeLast <= sources.Grid.Last);
        return new(
            "C67", "A.4", "The wavenumber window covers all spectra", "no value", $"{Numerals.Of(sources.Grid.First, 1)}–{Numerals.Of(sources.Grid.Last, 1)} cm⁻¹, {Numerals.Of(sources.Grid.Points)} points",
            covered == sources.Resampled.Count ? Verdict.ReproducedUnderReading : Verdict.Differs,
            $"{Numerals.Of(covered)} of {Numerals.Of(sources.Resampled.Count)} spectra lie wholly inside; on average {Numerals.Percent(sources.Resampled.Select(r => (double)r.PaddingShare).DefaultIfEmpty(0).Average())} of the grid is padding. Reading: the window of these archives.")
        {
            How = "The run's window beside the native range of every spectrum on the grid.",
            Artifact = "04-resampled/resampled.parquet",
            Row = "native_first, native_last; grid in the metadata",
        };
    }

    private static CheckedClaim Orders(PaperSources sources)
    {
        var compared = sources.Orders.Select(o => o.Spectra).FirstOrDefault();
        return new(
            "C68", "§4.1, A.4", "Order of padding, min-max, spline and resampling", "–",
            compared == 0
                ? Numerals.Missing
                : string.Join(", ", sources.Orders.Select(d => $"{d.Order}: {d.Distance.ToString("0.0000", CultureInfo.InvariantCulture)}")) + " from A",
            compared == 0 ? Verdict.NotTestable : Verdict.NotSpecified,
            $"Root of the mean squared difference of the inputs, of {Numerals.Of(compared)} spectra, first ones in archive order, scale 0 … 1. What it does to accuracy: runs with --ablation=order-b, order-c, order-d.")
        {
            How = "The same spectra put on the grid under orders A, B, C and D; distances from A.",
            Artifact = "07-metrics/orders.parquet",
            Row = "order = B, C, D",
        };
    }

    private static CheckedClaim Instruments(PaperSources sources)
    {
        var lasers = sources.Descriptions.Select(d => d.LaserNanometres).Distinct().Count(laser => laser is not null);
        var metadata = sources.Metric("specimen", "metadata", "accuracy", "pooled");
        var majority = sources.Metric("specimen", "majority", "accuracy", "pooled");
        return new(
            "C85", "§3", "Many instruments and conditions", "–",
            $"{lasers} laser wavelengths, {sources.Descriptions.Select(d => SpecimenYear.Of(d.Specimen)).Where(year => year.Length > 0).Distinct().Count()} years of ids, {sources.Archives.Count} archives",
            lasers > 1 ? Verdict.ReproducedUnderReading : Verdict.Differs,
            $"By laser: {Shares(sources, d => d.LaserNanometres is { } laser ? $"{laser.ToString("0.###", CultureInfo.InvariantCulture)} nm" : "not stated")}. By year of the id: {Shares(sources, d => SpecimenYear.Of(d.Specimen) is { Length: > 0 } year ? year : "none")}. "
            + $"By archive: {Shares(sources, d => d.Archive)}. "
            + (metadata is null || majority is null ? "" : $"These conditions alone name the country of {Numerals.Percent(metadata.Value)} of held-out rows (metadata baseline, specimen folds; majority {Numerals.Percent(majority.Value)}). ")
            + "Reading: many means more than one laser.")
        {
            How = "Spectra counted by laser, year in the RRUFF id and archive; beside it what such metadata alone tell.",
            Artifact = "01-raw/raw.parquet",
            Row = "laser_nanometres, specimen, archive",
        };
    }

    private static string Shares(PaperSources sources, Func<SpectrumDescription, string> key) => string.Join(
        ", ", sources.Descriptions.GroupBy(key, StringComparer.Ordinal).OrderBy(g => g.Key, StringComparer.Ordinal).Select(g => $"{g.Key} {Numerals.Of(g.Count())}"));
}
