using RruffGeo.Artifacts;

namespace RruffGeo.Stages;

/// <summary>A row of Table 1.</summary>
public sealed record CountryCount
{
    /// <summary>Rank from 1.</summary>
    [Unit("1")]
    public int Rank { get; init; }

    /// <summary>NAME of the country.</summary>
    public string Country { get; init; } = "";

    /// <summary>ISO 3166-1 alpha-2 code.</summary>
    public string IsoCode { get; init; } = "";

    /// <summary>Natural samples with this country.</summary>
    [Unit("1")]
    public int Samples { get; init; }

    /// <summary>Distinct specimens among them.</summary>
    [Unit("1")]
    public int Specimens { get; init; }

    /// <summary>Share of all natural samples with a country held by this and all higher ranks.</summary>
    [Unit("%")]
    public double CumulativePercent { get; init; }
}

/// <summary>A row of <c>places.parquet</c>: where a country lies whose name a sample bears.</summary>
public sealed record CountryPlace
{
    /// <summary>NAME of the country.</summary>
    public string Country { get; init; } = "";

    /// <summary>Latitude of a point inside the country's largest polygon.</summary>
    [Unit("° WGS 84")]
    public double LabelLatitude { get; init; }

    /// <summary>Longitude of that point.</summary>
    [Unit("° WGS 84")]
    public double LabelLongitude { get; init; }

    /// <summary>Region after the UN's M49; empty for a territory without an ISO code.</summary>
    public string Continent { get; init; } = "";

    /// <summary>Sub-region after the UN's M49; empty for a territory without an ISO code.</summary>
    public string Region { get; init; } = "";
}

/// <summary>A row of Table 2.</summary>
public sealed record SpeciesCount
{
    /// <summary>Rank from 1.</summary>
    [Unit("1")]
    public int Rank { get; init; }

    /// <summary>Mineral species.</summary>
    public string Mineral { get; init; } = "";

    /// <summary>Samples of this species.</summary>
    [Unit("1")]
    public int Samples { get; init; }
}

/// <summary>A named total of section 3.</summary>
public sealed record NamedCount
{
    /// <summary>What is counted, snake case.</summary>
    public string Name { get; init; } = "";

    /// <summary>The count.</summary>
    [Unit("1")]
    public long Count { get; init; }

    /// <summary>Share of all samples; null where no samples are counted (species, specimens, localities, countries).</summary>
    [Unit("%")]
    public double? Percent { get; init; }
}
