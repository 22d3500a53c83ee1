using System.Globalization;
using RruffGeo.Geography;

namespace RruffGeo.Build.Bench;

/// <summary>Prints how well polygons and the alias table agree with mineral sites whose country is known.</summary>
internal static class GeographyReport
{
    private const int SpellingsShown = 40;

    /// <summary>Writes one line for each set of polygons, then the spellings that the alias table does not know.</summary>
    public static void Write(TextWriter output, IReadOnlyList<MineralSite> sites, IEnumerable<CountryAtlas> atlases)
    {
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{sites.Count} sites with coordinates; nearest = the nearest polygon within {SiteAgreement.SnapDegrees}° of a site in none"));
        output.WriteLine("| polygons | sites compared | same country | in no polygon | another country | nearest found | of these right | same country with nearest |");
        output.WriteLine("|---|---|---|---|---|---|---|---|");
        SiteAgreement? last = null;
        foreach (var atlas in atlases)
        {
            last = SiteAgreement.Measure(sites, atlas);
            output.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"| {last.Source} | {last.Sites} | {last.SamePercent:F2} % | {last.InNone} | {last.InAnother} | {last.Snapped} | {last.SnappedSame} | {last.SnappedPercent:F2} % |"));
        }

        if (last is null)
            return;
        output.WriteLine($"{last.Spellings} spellings of countries; {last.Unmatched.Length} not in the alias table; {last.Unnamed} sites name no country");
        foreach (var (spelling, count) in last.Unmatched.Take(SpellingsShown))
            output.WriteLine($"  {count}  {Printable(spelling)}");
    }

    private static string Printable(string text) => new([.. text.Select(letter => char.IsControl(letter) ? '�' : letter)]);
}
