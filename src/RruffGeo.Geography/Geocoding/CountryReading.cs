using System.Collections.Immutable;

namespace RruffGeo.Geography;

/// <summary>Which country a locality text itself names, before any coordinates.</summary>
/// <param name="Country">NAME of the country; empty if the text names none, or none for certain.</param>
/// <param name="Why">How it was read, or why not.</param>
public sealed record CountryReading(string Country, string Why)
{
    /// <summary>Comparison key of the first-order unit that the last field names (Arizona); null if it names the country.</summary>
    internal string? Unit { get; init; }

    /// <summary>The fields before the one that names the country.</summary>
    internal ImmutableArray<string> Before { get; init; } = [];
}
