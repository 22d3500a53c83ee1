using RruffGeo.Artifacts;

namespace RruffGeo.Stages;

/// <summary>A row of <c>joined.parquet</c>: a spectrum file and the country it is said to come from.</summary>
public sealed record JoinedSpectrum
{
    /// <summary>Key of the row, as in <c>raw.parquet</c>.</summary>
    public string SpectrumId { get; init; } = "";

    /// <summary>RAW or Processed, copied from <c>raw.parquet</c>.</summary>
    public string Kind { get; init; } = "";

    /// <summary>Mineral species, copied from <c>raw.parquet</c>.</summary>
    public string Mineral { get; init; } = "";

    /// <summary>Specimen, copied from <c>raw.parquet</c>.</summary>
    public string Specimen { get; init; } = "";

    /// <summary>Acquisition key, copied from <c>raw.parquet</c>.</summary>
    public string Acquisition { get; init; } = "";

    /// <summary>Cleaned locality, case-folded: the group of the locality protocol; empty or "unknown" texts become one group per specimen.</summary>
    public string LocalityGroup { get; init; } = "";

    /// <summary>True if a synthetic keyword decided so (paper A.2).</summary>
    public bool Synthetic { get; init; }

    /// <summary>The deciding keyword and field, such as <c>synthetic in locality</c>; empty for natural samples.</summary>
    public string SyntheticKeyword { get; init; } = "";

    /// <summary>True if the substring rule and the word rule of SCIENCE 9.3 differ on this row.</summary>
    public bool SyntheticRulesDiffer { get; init; }

    /// <summary>Latitude; null if the locality was not placed.</summary>
    [Unit("° WGS 84")]
    public double? Latitude { get; init; }

    /// <summary>Longitude; null if the locality was not placed.</summary>
    [Unit("° WGS 84")]
    public double? Longitude { get; init; }

    /// <summary>What the point stands for: <c>city</c>, <c>admin2</c>, <c>admin1</c>, <c>country</c>; empty if the locality was not placed.</summary>
    public string Precision { get; init; } = "";

    /// <summary>Why the locality has no point, in one word as in <c>geocoded.parquet</c>; empty if it has one.</summary>
    public string Unplaced { get; init; } = "";

    /// <summary>NAME of the country polygon; empty if none.</summary>
    public string Country { get; init; } = "";

    /// <summary>ISO 3166-1 alpha-2 code (ISO_A2_EH); empty if none.</summary>
    public string IsoCode { get; init; } = "";

    /// <summary><c>inside</c>, <c>nearest</c> or <c>none</c>.</summary>
    public string JoinRule { get; init; } = "";

    /// <summary>Planar distance to the polygon under rule <c>nearest</c>; null under the others.</summary>
    [Unit("°")]
    public double? SnapDistance { get; init; }

    /// <summary>NAME of the country that the locality text itself names; empty if none.</summary>
    public string TokenCountry { get; init; } = "";

    /// <summary>Reasons why the row is left out of learning, ordinal order, separated by <c>;</c>: <c>synthetic</c>, <c>no-coordinates</c>, <c>no-country</c>, <c>no-mineral</c>. Empty = used.</summary>
    public string Exclusions { get; init; } = "";
}
