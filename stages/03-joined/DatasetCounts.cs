using RruffGeo.Geography;

namespace RruffGeo.Stages;

/// <summary>The totals of section 3, each with its name.</summary>
/// <remarks>
/// What adds up: samples = natural + synthetic = with_coordinates + without_coordinates = used + the left_out_*; with_coordinates =
/// join_inside + join_nearest + join_none = the precision_* = token_agrees + token_disagrees + token_without_polygon + polygon_without_token
/// + neither_token_nor_polygon. The excluded_* overlap, since a sample may have several reasons.
/// </remarks>
internal static class DatasetCounts
{
    /// <summary>Counts <paramref name="rows"/>; percentages are of all samples.</summary>
    public static IReadOnlyList<NamedCount> Of(IReadOnlyList<JoinedSpectrum> rows)
    {
        var placed = rows.Where(row => row.Latitude is not null).ToList();
        var counts = new List<(string Name, int Count)>
        {
            ("samples", rows.Count),
            ("natural", rows.Count(row => !row.Synthetic)),
            ("synthetic", rows.Count(row => row.Synthetic)),
            ("synthetic_by_word", rows.Count(row => row.Synthetic && !row.SyntheticRulesDiffer)), // whoever differs is synthetic by substring only
            ("synthetic_by_substring", rows.Count(row => row.Synthetic || row.SyntheticRulesDiffer)),
            ("synthetic_rules_differ", rows.Count(row => row.SyntheticRulesDiffer)),
            ("with_coordinates", placed.Count),
            ("without_coordinates", rows.Count - placed.Count),
            ("species", Distinct(row => row.Mineral)),
            ("specimens", Distinct(row => row.Specimen)),
            ("localities", Distinct(row => row.LocalityGroup)),
            ("countries", rows.Where(row => !row.Synthetic && row.Country.Length > 0).Select(row => row.Country).Distinct().Count()),
            ("used", rows.Count(row => row.Exclusions.Length == 0)),
        };

        foreach (var reason in Exclusion.Reasons)
            counts.Add(("excluded_" + Snake(reason), rows.Count(row => row.Exclusions.Split(';').Contains(reason))));
        foreach (var reason in Exclusion.Reasons)
            counts.Add(("left_out_" + Snake(reason), rows.Count(row => Exclusion.Of(row).FirstOrDefault() == reason)));
        foreach (var rule in Enum.GetNames<MatchRule>())
            counts.Add(("join_" + Snake(rule), placed.Count(row => row.JoinRule == Snake(rule))));
        foreach (var precision in Enum.GetNames<PlacePrecision>())
            counts.Add(("precision_" + Snake(precision), placed.Count(row => row.Precision == Snake(precision))));

        counts.Add(("token_agrees", placed.Count(row => row.Country.Length > 0 && row.Country == row.TokenCountry)));
        counts.Add(("token_disagrees", placed.Count(row => row.Country.Length > 0 && row.TokenCountry.Length > 0 && row.Country != row.TokenCountry)));
        counts.Add(("token_without_polygon", placed.Count(row => row.Country.Length == 0 && row.TokenCountry.Length > 0)));
        counts.Add(("polygon_without_token", placed.Count(row => row.Country.Length > 0 && row.TokenCountry.Length == 0)));
        counts.Add(("neither_token_nor_polygon", placed.Count(row => row.Country.Length == 0 && row.TokenCountry.Length == 0)));
        return [.. counts.Select(count => new NamedCount
        {
            Name = count.Name,
            Count = count.Count,
            Percent = rows.Count == 0 || count.Name is "species" or "specimens" or "localities" or "countries" ? null : 100.0 * count.Count / rows.Count,
        })];

        int Distinct(Func<JoinedSpectrum, string> column) => rows.Select(column).Where(value => value.Length > 0).Distinct().Count();
    }

    private static string Snake(string name) => name.Replace('-', '_').ToLowerInvariant();
}
