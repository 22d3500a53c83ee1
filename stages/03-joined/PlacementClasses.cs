using RruffGeo.Geography;

namespace RruffGeo.Stages;

/// <summary>How finely localities were placed, and why some were not.</summary>
internal static class PlacementClasses
{
    /// <summary>One row per precision that occurs, finest first, then one per reason, most spectra first; each spectrum is in exactly one.</summary>
    public static IReadOnlyList<PlacementClass> Of(IReadOnlyList<LocalityRows> localities)
    {
        var (samples, texts) = (localities.Sum(locality => locality.Rows.Count), localities.Count);
        var placed = Enum.GetNames<PlacePrecision>().Select(name => name.ToLowerInvariant())
            .Select(precision => Class(precision, "", localities.Where(locality => locality.Place.Precision == precision)))
            .Where(row => row.Localities > 0);
        var unplaced = localities.Where(locality => locality.Place.Precision.Length == 0).GroupBy(locality => locality.Place.Reason)
            .Select(group => Class("", group.Key, group))
            .OrderByDescending(row => row.Samples).ThenBy(row => row.Reason, StringComparer.Ordinal);
        return [.. placed, .. unplaced];

        PlacementClass Class(string precision, string reason, IEnumerable<LocalityRows> members)
        {
            var list = members.ToList();
            var rows = list.SelectMany(locality => locality.Rows).ToList();
            return new PlacementClass
            {
                Precision = precision,
                Reason = reason,
                Samples = rows.Count,
                SamplesPercent = samples == 0 ? 0 : 100.0 * rows.Count / samples,
                Localities = list.Count,
                LocalitiesPercent = texts == 0 ? 0 : 100.0 * list.Count / texts,
                Inside = rows.Count(row => row.JoinRule == "inside"),
                Nearest = rows.Count(row => row.JoinRule == "nearest"),
                None = rows.Count(row => row.JoinRule == "none"),
                Disagreeing = rows.Count(row => row.Country.Length > 0 && row.TokenCountry.Length > 0 && row.Country != row.TokenCountry),
            };
        }
    }
}
