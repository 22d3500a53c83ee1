using RruffGeo.Artifacts;

namespace RruffGeo.Stages;

/// <summary>A row of <c>placements.parquet</c>: localities of one precision, or without a point for one reason.</summary>
public sealed record PlacementClass
{
    /// <summary><c>site</c>, <c>city</c>, <c>admin2</c>, <c>admin1</c>, <c>country</c>, or empty for localities without a point.</summary>
    public string Precision { get; init; } = "";

    /// <summary>Why there is no point; empty for localities with one.</summary>
    public string Reason { get; init; } = "";

    /// <summary>Spectra.</summary>
    [Unit("1")]
    public int Samples { get; init; }

    /// <summary>Share of all spectra.</summary>
    [Unit("%")]
    public double SamplesPercent { get; init; }

    /// <summary>Distinct locality texts.</summary>
    [Unit("1")]
    public int Localities { get; init; }

    /// <summary>Share of all distinct locality texts.</summary>
    [Unit("%")]
    public double LocalitiesPercent { get; init; }

    /// <summary>Spectra whose point lies in a polygon.</summary>
    [Unit("1")]
    public int Inside { get; init; }

    /// <summary>Spectra whose point lies in no polygon and takes the nearest.</summary>
    [Unit("1")]
    public int Nearest { get; init; }

    /// <summary>Spectra whose point has no country.</summary>
    [Unit("1")]
    public int None { get; init; }

    /// <summary>Spectra whose polygon is not the country that the text names.</summary>
    [Unit("1")]
    public int Disagreeing { get; init; }
}

/// <summary>A row of <c>suspicious.parquet</c>: a locality whose placement a person should look at.</summary>
public sealed record SuspiciousLocality
{
    /// <summary>First 12 hexadecimal digits of the SHA-256 of the locality text (UTF-8).</summary>
    public string LocalityId { get; init; } = "";

    /// <summary>Locality text as in <c>raw.parquet</c>.</summary>
    public string Locality { get; init; } = "";

    /// <summary>Spectra that have it.</summary>
    [Unit("1")]
    public int Samples { get; init; }

    /// <summary>Why it is suspicious, ordinal order, separated by <c>;</c>; <c>SuspiciousPlaces</c> explains each.</summary>
    public string Signs { get; init; } = "";

    /// <summary>Text the geocoder matched; empty if none.</summary>
    public string Matched { get; init; } = "";

    /// <summary>NAME of the country that the text names; empty if none.</summary>
    public string TokenCountry { get; init; } = "";

    /// <summary>NAME of the polygon's country; empty if none.</summary>
    public string Country { get; init; } = "";

    /// <summary>Planar distance to the polygon taken, if the point lies in none.</summary>
    [Unit("°")]
    public double? SnapDistance { get; init; }
}

/// <summary>A row of <c>synthetic_cases.parquet</c>: a spectrum on which keyword rules differ, or which none of them may catch.</summary>
public sealed record SyntheticCase
{
    /// <summary>Key of the row, as in <c>raw.parquet</c>.</summary>
    public string SpectrumId { get; init; } = "";

    /// <summary>Mineral species.</summary>
    public string Mineral { get; init; } = "";

    /// <summary>Locality text.</summary>
    public string Locality { get; init; } = "";

    /// <summary><c>rules-differ</c>: synthetic by substring, not by word. <c>not-caught</c>: natural by both, though the text speaks of making; listed, not guessed.</summary>
    public string Case { get; init; } = "";

    /// <summary>The word found, with its field.</summary>
    public string Found { get; init; } = "";
}
