using System.Collections.Immutable;

namespace RruffGeo.Geography;

/// <summary>Which country a locality text itself names, before any coordinates.</summary>
/// <param name="Country">NAME of the country; empty if the text names none, or none for certain.</param>
/// <param name="Why">How it was read, or why not.</param>
public sealed record CountryReading(string Country, string Why)
{
    /// <summary>
    /// Why no country, in one word; empty if there is one: <c>empty</c>, <c>no-country-named</c>, <c>ambiguous</c>, <c>historic-state</c>, or what the last
    /// field stands for by the alias table (<c>unknown</c>, <c>sea</c>, <c>antarctica</c>, <c>continent</c>, <c>region</c>, <c>meteorite</c>, <c>maker</c>, …).
    /// </summary>
    public string Reason { get; init; } = "";

    /// <summary>Comparison key of the first-order unit that the last field names (Arizona); null if it names the country.</summary>
    internal string? Unit { get; init; }

    /// <summary>The fields before the one that names the country.</summary>
    internal ImmutableArray<string> Before { get; init; } = [];
}
