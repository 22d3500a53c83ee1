using RruffGeo.Artifacts;

namespace RruffGeo.Stages;

/// <summary>A row of <c>geocoded.parquet</c>.</summary>
public sealed record GeocodedLocality
{
    /// <summary>Locality text as in <c>raw.parquet</c>.</summary>
    public string Locality { get; init; } = "";

    /// <summary>Cleaned text (paper A.1 step 1; SCIENCE 9.1).</summary>
    public string Cleaned { get; init; } = "";

    /// <summary>Text that cleaning removed because it stood in parentheses, joined by <c>; </c>.</summary>
    public string Removed { get; init; } = "";

    /// <summary>Candidates tried in order, one per line.</summary>
    public string Candidates { get; init; } = "";

    /// <summary>Geocoder that answered, such as <c>Gazetteer</c>; empty if none.</summary>
    public string Geocoder { get; init; } = "";

    /// <summary>Text the geocoder matched; empty if none.</summary>
    public string Matched { get; init; } = "";

    /// <summary>Fields dropped from the beginning before a match, 0 for the full text; null if nothing matched.</summary>
    [Unit("1")]
    public int? Depth { get; init; }

    /// <summary>Latitude; null if not found.</summary>
    [Unit("° WGS 84")]
    public double? Latitude { get; init; }

    /// <summary>Longitude; null if not found.</summary>
    [Unit("° WGS 84")]
    public double? Longitude { get; init; }

    /// <summary><c>site</c>, <c>city</c>, <c>admin2</c>, <c>admin1</c>, <c>country</c>; empty if not found.</summary>
    public string Precision { get; init; } = "";

    /// <summary>True if the text holds a question mark, or held one in parentheses: the label's writer was not sure.</summary>
    public bool Uncertain { get; init; }

    /// <summary><c>found</c>, <c>not-found</c> or <c>failed</c>.</summary>
    public string Status { get; init; } = "";

    /// <summary>
    /// Why there is no point, in one word; empty if found: <c>synthetic</c>, <c>meteorite</c>, <c>unknown</c>, <c>empty</c>, <c>maker</c>, <c>product</c>,
    /// <c>space</c>, <c>continent</c>, <c>region</c>, <c>sea</c>, <c>antarctica</c> (no origin); <c>ambiguous</c>, <c>historic-state</c>,
    /// <c>no-country-named</c>, <c>no-such-place</c> (not decided or not known); <c>failed</c>.
    /// </summary>
    public string Reason { get; init; } = "";

    /// <summary>NAME of the country that the text itself names by the alias table; empty if none. Kept for the audit beside the polygon's label.</summary>
    public string TokenCountry { get; init; } = "";

    /// <summary>Why this answer, or why none.</summary>
    public string Why { get; init; } = "";
}
