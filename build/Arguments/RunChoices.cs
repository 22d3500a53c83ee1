namespace RruffGeo.Build.Arguments;

/// <summary>Where the spectra come from.</summary>
internal enum Corpus
{
    /// <summary>The embedded corpus: simulated data.</summary>
    Demo,

    /// <summary>The archives of the RRUFF project.</summary>
    Rruff,
}

/// <summary>What is done with the stages.</summary>
internal enum RunMode
{
    /// <summary>They are produced.</summary>
    Produce,

    /// <summary>They are produced, and a share of them is run again and compared.</summary>
    Recheck,

    /// <summary>They are left as they are: a finished run is only looked at.</summary>
    Standing,

    /// <summary>They are only asked what they would do.</summary>
    Plan,
}

/// <summary>How much is said about the reasons of each verdict.</summary>
internal enum Detail
{
    /// <summary>The reason of a stage that runs, on one line.</summary>
    Short,

    /// <summary>Every part of a key that changed, old → new, and the causes further up.</summary>
    Full,

    /// <summary>The stages as a graph with their states.</summary>
    Drawn,
}

/// <summary>How a plan and its reasons are printed.</summary>
internal enum PlanForm
{
    /// <summary>For people.</summary>
    Text,

    /// <summary>For programs: one JSON object on standard output, nothing else.</summary>
    Json,
}

/// <summary>Whether stages may open connections.</summary>
internal enum Network
{
    /// <summary>Acquisition and online geocoders may.</summary>
    Allowed,

    /// <summary>Nothing may.</summary>
    Forbidden,
}
