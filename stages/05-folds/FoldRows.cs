using RruffGeo.Artifacts;

namespace RruffGeo.Stages;

/// <summary>A row of <c>folds.parquet</c>.</summary>
public sealed record FoldAssignment
{
    /// <summary><c>row</c>, <c>row-unshuffled</c>, <c>twin</c>, <c>specimen</c>, <c>locality</c> or <c>species</c>.</summary>
    public string Protocol { get; init; } = "";

    /// <summary>Key of the row, as in <c>raw.parquet</c>.</summary>
    public string SpectrumId { get; init; } = "";

    /// <summary>Index into <c>classes.parquet</c>.</summary>
    [Unit("1")]
    public int Class { get; init; }

    /// <summary>The fold that holds this spectrum out, 0 … k−1.</summary>
    [Unit("1")]
    public int Fold { get; init; }
}

/// <summary>A row of <c>classes.parquet</c>.</summary>
public sealed record CountryClass
{
    /// <summary>Output unit of the network, from 0.</summary>
    [Unit("1")]
    public int Class { get; init; }

    /// <summary>NAME of the country.</summary>
    public string Country { get; init; } = "";

    /// <summary>Rows of this class.</summary>
    [Unit("1")]
    public int Rows { get; init; }

    /// <summary>Distinct specimens of this class.</summary>
    [Unit("1")]
    public int Specimens { get; init; }
}

/// <summary>A row of <c>warnings.parquet</c>.</summary>
public sealed record FoldWarning
{
    /// <summary>Protocol concerned, or <c>all</c>.</summary>
    public string Protocol { get; init; } = "";

    /// <summary>NAME of the country; empty if the warning concerns all.</summary>
    public string Country { get; init; } = "";

    /// <summary>Code: <c>fewer-rows-than-folds</c>, <c>fewer-groups-than-folds</c>, <c>left-out-too-few-rows</c>, <c>left-out-too-few-specimens</c>, <c>ties-to-smallest-fold</c>.</summary>
    public string Code { get; init; } = "";

    /// <summary>The warning as a sentence with its numbers.</summary>
    public string Message { get; init; } = "";
}
