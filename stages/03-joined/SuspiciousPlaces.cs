using System.Security.Cryptography;
using System.Text;
using RruffGeo.Geography;

namespace RruffGeo.Stages;

/// <summary>Lists the localities whose placement a person should look at: signs that can be read off, no judgement.</summary>
/// <remarks>
/// <c>another-country-named</c>: a field before the last names another country. <c>country-in-parentheses</c>: the text without its parentheses names no
/// country, what stood in them does. <c>in-no-polygon</c>: the point lies in none. <c>labels-disagree</c>: polygon and text differ.
/// <c>one-letter-off</c>: a name was read with a letter changed. <c>several-of-that-name</c>: the most populous of several places was taken.
/// <c>uncertain</c>: the label's writer put a question mark.
/// </remarks>
internal static class SuspiciousPlaces
{
    private const int IdDigits = 12;

    /// <summary>Suspicious localities, most spectra first, then in ordinal order of their texts.</summary>
    public static IReadOnlyList<SuspiciousLocality> Of(IReadOnlyList<LocalityRows> localities) =>
    [
        .. localities.Select(locality => (locality, Signs: string.Join(';', Signs(locality))))
            .Where(pair => pair.Signs.Length > 0)
            .Select(pair => new SuspiciousLocality
            {
                LocalityId = Id(pair.locality.Place.Locality),
                Locality = pair.locality.Place.Locality,
                Samples = pair.locality.Rows.Count,
                Signs = pair.Signs,
                Matched = pair.locality.Place.Matched,
                TokenCountry = pair.locality.Rows[0].TokenCountry,
                Country = pair.locality.Rows[0].Country,
                SnapDistance = pair.locality.Rows[0].SnapDistance,
            })
            .OrderByDescending(row => row.Samples).ThenBy(row => row.Locality, StringComparer.Ordinal),
    ];

    /// <summary>The short id of a locality text.</summary>
    public static string Id(string locality) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(locality)))[..IdDigits];

    private static IEnumerable<string> Signs(LocalityRows locality)
    {
        var (place, row) = (locality.Place, locality.Rows[0]);
        if (row.TokenCountry.Length > 0 && OtherCountry(place.Cleaned, place.TokenCountry))
            yield return "another-country-named";
        if (place.Reason is "no-country-named" or "ambiguous" or "historic-state" && place.Removed.Split("; ").Any(held => CountryReader.Read(held).Country.Length > 0))
            yield return "country-in-parentheses";
        if (place.Latitude is not null && row.JoinRule != "inside")
            yield return "in-no-polygon";
        if (row.TokenCountry.Length > 0 && row.Country.Length > 0 && row.TokenCountry != row.Country)
            yield return "labels-disagree";
        if (place.Why.Contains("one letter off", StringComparison.Ordinal))
            yield return "one-letter-off";
        if (place.Why.Contains("most populous of", StringComparison.Ordinal))
            yield return "several-of-that-name";
        if (place.Uncertain && place.Latitude is not null)
            yield return "uncertain";
    }

    private static bool OtherCountry(string cleaned, string country) =>
        LocalityText.Fields(cleaned).SkipLast(1).Select(CountryReader.NamedBy).Any(other => other.Length > 0 && other != country);
}
