namespace RruffGeo.Demo;

/// <summary>Which files a simulated measurement leaves in its archive.</summary>
public enum DemoKinds
{
    /// <summary>A RAW file and its Processed twin, as in RRUFF's archives of 2026.</summary>
    RawAndProcessed,

    /// <summary>The Processed file alone: no twins.</summary>
    ProcessedOnly,
}
