using System.Collections.Immutable;

namespace RruffGeo.Geography;

/// <summary>How often the polygon that holds a site is that of the country its survey names: the join against what is known from elsewhere.</summary>
/// <param name="Source">Which polygons.</param>
/// <param name="Sites">Sites whose country the alias table knows.</param>
/// <param name="Same">Of these, in the polygon of that country.</param>
/// <param name="InNone">In no polygon: coast, islands, errors.</param>
/// <param name="InAnother">In another country's polygon.</param>
/// <param name="Snapped">Of those in none, with a polygon within <see cref="SnapDegrees"/>.</param>
/// <param name="SnappedSame">Of these, of the country named.</param>
/// <param name="Unnamed">Sites that name no country at all; not among <paramref name="Sites"/>.</param>
/// <param name="Unmatched">Spellings that the alias table does not know, with their sites, most first; not among <paramref name="Sites"/>.</param>
/// <param name="Spellings">Distinct spellings of countries.</param>
public sealed record SiteAgreement(
    string Source, int Sites, int Same, int InNone, int InAnother, int Snapped, int SnappedSame, int Unnamed,
    ImmutableArray<(string Spelling, int Sites)> Unmatched, int Spellings)
{
    /// <summary>Distance within which a site in no polygon takes the nearest one, degrees (GEO.md section 1).</summary>
    public const double SnapDegrees = 0.1;

    /// <summary>Share of the sites in the polygon of their country, %.</summary>
    public double SamePercent => Sites == 0 ? 0 : 100.0 * Same / Sites;

    /// <summary>The same when sites in no polygon take the nearest one, %.</summary>
    public double SnappedPercent => Sites == 0 ? 0 : 100.0 * (Same + SnappedSame) / Sites;

    /// <summary>Joins <paramref name="sites"/> with <paramref name="atlas"/> and compares.</summary>
    public static SiteAgreement Measure(IReadOnlyList<MineralSite> sites, CountryAtlas atlas)
    {
        ArgumentNullException.ThrowIfNull(sites);
        ArgumentNullException.ThrowIfNull(atlas);
        var (plain, near) = (new CountryLocator(atlas), new CountryLocator(atlas, SnapDegrees));
        var names = sites.Select(site => site.Country).Distinct().ToDictionary(
            spelling => spelling, spelling => atlas.NameHere(CountryReader.Read(LocalityText.Clean(spelling).Text).Country), StringComparer.Ordinal);
        var (same, none, another, snapped, snappedSame) = (0, 0, 0, 0, 0);
        foreach (var site in sites.Where(site => names[site.Country].Length > 0))
        {
            var name = names[site.Country];
            if (plain.Find(site.Point) is { Rule: MatchRule.Inside } inside)
            {
                (same, another) = inside.Country!.Name == name ? (same + 1, another) : (same, another + 1);
                continue;
            }

            none++;
            if (near.Find(site.Point) is { Rule: MatchRule.Nearest } nearest)
                (snapped, snappedSame) = (snapped + 1, snappedSame + (nearest.Country!.Name == name ? 1 : 0));
        }

        return new SiteAgreement(
            atlas.Source, same + none + another, same, none, another, snapped, snappedSame, sites.Count(site => site.Country.Length == 0),
            [
                .. sites.Where(site => site.Country.Length > 0 && names[site.Country].Length == 0).GroupBy(site => site.Country)
                    .OrderByDescending(group => group.Count()).ThenBy(group => group.Key, StringComparer.Ordinal).Select(group => (group.Key, group.Count())),
            ],
            names.Keys.Count(spelling => spelling.Length > 0));
    }
}
