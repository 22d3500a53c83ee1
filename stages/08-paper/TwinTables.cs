using System.Collections.Immutable;
using RruffGeo.Presentation.Drawing;
using RruffGeo.Presentation.Tables;
using static RruffGeo.Stages.StatisticsTables;

namespace RruffGeo.Stages;

/// <summary>Measurements that stand in more than one file, found by their numbers alone.</summary>
internal static class TwinTables
{
    public static IEnumerable<Table> Of(PaperSources sources) => [Recall(sources), Suspicious(sources)];

    private static Table Recall(PaperSources sources) => new(
        "twin-recall", "Twins found by their numbers alone, beside those that metadata know", sources.Origin,
        [
            Words("Specimens", "half"), Number("Known RAW and Processed pairs", "known"), Number("Found pairs of RAW and Processed", "found"),
            Number("Of these known", "found_known"), Number("Recall", "recall"), Number("Precision, at least", "precision"),
        ],
        [
            .. sources.TwinRecalls.Select(r => ImmutableArray.Create(
                Cell.Of(r.Half == "even" ? "even number (thresholds chosen here)" : "odd number (not used for choosing)"), Cell.Of(r.Known), Cell.Of(r.Found), Cell.Of(r.FoundKnown),
                Share(r.Recall), Share(r.Precision))),
        ],
        "Two files are one measurement if they agree in shape above the baseline and in fine structure wherever both are measured. Where the detector and metadata disagree, metadata may be the side that is wrong: precision is a lower bound.");

    private static Table Suspicious(PaperSources sources) => new(
        "suspicious-twins", "One measurement in two files, which metadata do not know", sources.Origin,
        [
            Words("File", "named"), Words("Other file", "other_named"), Words("By metadata", "metadata"), Words("Axes", "axes"), Number("Points", "points"),
            Number("Shape", "shape"), Number("Detail", "detail"),
        ],
        [
            .. sources.Twins.Where(t => t.Suspicious)
                .OrderBy(t => t.Metadata, StringComparer.Ordinal).ThenByDescending(t => t.Detail).ThenBy(t => t.Named, StringComparer.Ordinal).ThenBy(t => t.OtherNamed, StringComparer.Ordinal)
                .Select(t => ImmutableArray.Create(
                    Cell.Of(t.Named), Cell.Of(t.OtherNamed), Cell.Of(t.Metadata), Cell.Of(t.Axes), Cell.Of(t.Points), Cell.Of(t.Shape, 3), Cell.Of(t.Detail, 3))),
        ],
        "Shape: correlation above the baselines; Detail: median correlation of second differences, in which two measurements of one mineral share little.");

    private static Cell Share(double? share) => share is { } value ? Cell.Of(Numerals.Percent(value)) : Cell.Of(Numerals.Missing);
}
