using System.Collections.Frozen;
using System.Text.RegularExpressions;

namespace RruffGeo.Geography;

/// <summary>Why a locality text names no place of origin, however many places it names.</summary>
/// <param name="Code">One word: <c>synthetic</c>, <c>meteorite</c>, or the reason of <see cref="CountryReading"/> (<c>unknown</c>, <c>sea</c>, …).</param>
/// <param name="Why">The same for people.</param>
public sealed partial record OriginRefusal(string Code, string Why)
{
    // Where nothing but the gazetteer is at a loss (ambiguous, historic-state, no country named), a geocoder may still be asked.
    private static readonly FrozenSet<string> Placeless = new[]
    {
        "empty", "unknown", "synthetic", "product", "maker", "meteorite", "space", "continent", "region", "sea", "antarctica",
    }.ToFrozenSet();

    /// <summary>The refusal for a text; null if it may have an origin.</summary>
    /// <remarks>A geocoder would find the Czech Republic in "Synthetic, made in the Czech Republic", and where a meteorite fell in its name.</remarks>
    /// <param name="locality">The text before cleaning.</param>
    /// <param name="reading">Its country, read by <see cref="FieldReading.Names"/>.</param>
    public static OriginRefusal? Of(string locality, CountryReading reading)
    {
        ArgumentNullException.ThrowIfNull(reading);
        if (SyntheticKeywords.Find(locality, KeywordRule.Word) is { } keyword)
            return new OriginRefusal("synthetic", $"synthetic: '{keyword}' in the locality, so the places it names are no origin");
        if (Meteorites().Match(locality) is { Success: true } meteorite)
            return new OriginRefusal("meteorite", $"meteorite: '{meteorite.Value}' in the locality, so the place is where it fell or was found");
        return Placeless.Contains(reading.Reason) ? new OriginRefusal(reading.Reason, reading.Why) : null;
    }

    [GeneratedRegex(@"(?<![\p{L}\p{Nd}])(?:meteorites?|(?:a?chondrites?|chondritic|pallasites?|ureilites?|angrites?|mesosiderites?)|NWA [0-9]+)(?![\p{L}\p{Nd}])", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Meteorites();
}
