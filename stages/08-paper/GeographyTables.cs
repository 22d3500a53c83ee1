using System.Collections.Immutable;
using RruffGeo.Presentation.Tables;
using static RruffGeo.Stages.StatisticsTables;

namespace RruffGeo.Stages;

/// <summary>How well localities were placed, and what a person should look at.</summary>
internal static class GeographyTables
{
    public static IEnumerable<Table> Of(PaperSources sources) => [RowFlow.Table(sources), Placements(sources), Suspicious(sources), SyntheticCases(sources)];

    private static Table Placements(PaperSources sources) => new(
        "placements", "How finely localities were placed, and why some were not", sources.Origin,
        [
            Words("Precision", "precision"), Words("No point because", "reason"), Number("Spectra", "samples"), Number("Spectra (%)", "samples_percent"),
            Number("Localities", "localities"), Number("Localities (%)", "localities_percent"), Number("Inside a polygon", "inside"), Number("Nearest polygon", "nearest"),
            Number("No country", "none"), Number("Text and polygon differ", "disagreeing"),
        ],
        [
            .. sources.Placements.Select(row => ImmutableArray.Create(
                Cell.Of(Naming.Precision(row.Precision)), Cell.Of(row.Reason.Length > 0 ? Naming.Unplaced(row.Reason) : ""), Cell.Of(row.Samples), Cell.Of(row.SamplesPercent, 2),
                Cell.Of(row.Localities), Cell.Of(row.LocalitiesPercent, 2), Cell.Of(row.Inside), Cell.Of(row.Nearest), Cell.Of(row.None), Cell.Of(row.Disagreeing))),
        ],
        "A country-only point is the label point of the polygon and no coordinate to measure distances with. Units stand for the medoid of their cities.");

    private static Table Suspicious(PaperSources sources) => new(
        "suspicious-localities", "Localities whose placement a person should look at", sources.Origin,
        [
            Words("Locality", "locality"), Number("Spectra", "samples"), Words("Signs", "signs"), Words("Matched", "matched"), Words("Text's country", "token_country"),
            Words("Polygon's country", "country"), Number("Distance to it (°)", "snap_distance"), Words("Id", "locality_id"),
        ],
        [
            .. sources.Suspicious.Select(row => ImmutableArray.Create(
                Cell.Of(row.Locality), Cell.Of(row.Samples), Cell.Of(row.Signs.Replace(";", "; ", StringComparison.Ordinal)), Cell.Of(row.Matched), Cell.Of(row.TokenCountry),
                Cell.Of(row.Country), Cell.Of(row.SnapDistance, 4), Cell.Of(row.LocalityId))),
        ],
        "another-country-named: a field before the last names another country; country-in-parentheses: what cleaning removed names the country that the rest does not; in-no-polygon: the point lies in none; "
        + "labels-disagree: polygon and text differ; one-letter-off: a name was read with a letter changed; several-of-that-name: the most populous was taken; uncertain: the label has a question mark. "
        + "The id is the beginning of the SHA-256 of the text.");

    private static Table SyntheticCases(PaperSources sources) => new(
        "synthetic-cases", "Spectra on which the keyword rules differ, or which no keyword catches though the text speaks of making", sources.Origin,
        [Words("Case", "case"), Words("Found", "found"), Words("Mineral", "mineral"), Words("Locality", "locality"), Number("Spectra", "samples")],
        [
            .. sources.SyntheticCases.GroupBy(row => (row.Case, row.Found, row.Mineral, row.Locality)).OrderBy(group => group.Key.Case, StringComparer.Ordinal)
                .ThenByDescending(group => group.Count()).ThenBy(group => group.Key.Locality, StringComparer.Ordinal).ThenBy(group => group.Key.Mineral, StringComparer.Ordinal)
                .Select(group => ImmutableArray.Create(
                    Cell.Of(group.Key.Case), Cell.Of(group.Key.Found), Cell.Of(group.Key.Mineral), Cell.Of(group.Key.Locality), Cell.Of(group.Count()))),
        ],
        $"By whole words {Count(sources, "synthetic_by_word")}, by substring {Count(sources, "synthetic_by_substring")} spectra are synthetic. rules-differ: by substring only; not-caught: by neither, listed and not guessed.");

    private static string Count(PaperSources sources, string name) => Presentation.Drawing.Numerals.Of(sources.Count(name) ?? 0);
}
