using RruffGeo.Artifacts;

namespace RruffGeo.Stages;

/// <summary>A row of <c>twins.parquet</c>: two files that hold one measurement by their numbers alone, names unseen (SCIENCE section 6).</summary>
public sealed record TwinPair
{
    /// <summary>The file that comes first in <c>raw.parquet</c>.</summary>
    public string SpectrumId { get; init; } = "";

    /// <summary>The other file.</summary>
    public string OtherId { get; init; } = "";

    /// <summary>Mineral, RRUFF id, laser and kind of the first, as its metadata have them.</summary>
    public string Named { get; init; } = "";

    /// <summary>The same of the other.</summary>
    public string OtherNamed { get; init; } = "";

    /// <summary>What metadata say of the two: <c>twins</c> (RAW and Processed of one acquisition), <c>same acquisition</c>, <c>same specimen</c>, <c>other specimen</c>.</summary>
    public string Metadata { get; init; } = "";

    /// <summary>True if metadata do not know the two as twins: the ids, or the files, want a look.</summary>
    public bool Suspicious { get; init; }

    /// <summary><c>equal</c>, <c>part</c> (one axis is a part of the other), <c>overlap</c>, or <c>different</c> (the same intensities over another axis).</summary>
    public string Axes { get; init; } = "";

    /// <summary>Points at which both are measured.</summary>
    [Unit("1")]
    public int Points { get; init; }

    /// <summary>Correlation above the baselines there.</summary>
    [Unit("1")]
    public double Shape { get; init; }

    /// <summary>Median correlation of second differences there.</summary>
    [Unit("1")]
    public double Detail { get; init; }
}

/// <summary>A row of <c>twin_recall.parquet</c>: how well the detector finds the pairs that metadata know, among pairs of one RAW and one Processed file.</summary>
public sealed record TwinRecall
{
    /// <summary><c>even</c>: specimens by which the thresholds were chosen; <c>odd</c>: the others, on which the figures count; by the last digit of the specimen.</summary>
    public string Half { get; init; } = "";

    /// <summary>Pairs that metadata know: RAW and Processed of one acquisition.</summary>
    [Unit("1")]
    public int Known { get; init; }

    /// <summary>Pairs of RAW and Processed that the detector finds.</summary>
    [Unit("1")]
    public int Found { get; init; }

    /// <summary>Those of them that metadata know.</summary>
    [Unit("1")]
    public int FoundKnown { get; init; }

    /// <summary>FoundKnown / Known; null if there is none to find.</summary>
    [Unit("1")]
    public double? Recall { get; init; }

    /// <summary>FoundKnown / Found: a lower bound, since metadata may be wrong where the two disagree; null if nothing was found.</summary>
    [Unit("1")]
    public double? Precision { get; init; }
}
