namespace RruffGeo.Presentation.Claims;

/// <summary>What became of a claim.</summary>
public enum Verdict
{
    /// <summary>The recomputed value is the printed one.</summary>
    Reproduced,

    /// <summary>It is, if the paper is read as the evidence says.</summary>
    ReproducedUnderReading,

    /// <summary>Other numbers of the paper exclude it.</summary>
    Contradicted,

    /// <summary>The recomputed value on the data of this run is another.</summary>
    Differs,

    /// <summary>The paper does not say enough to recompute it.</summary>
    NotSpecified,

    /// <summary>It needs something that this run cannot have.</summary>
    NotTestable,

    /// <summary>The data of this run are simulated, so they say nothing about it.</summary>
    NotApplicable,
}

/// <summary>The words for <see cref="Verdict"/>.</summary>
public static class Verdicts
{
    /// <summary>The verdict as the ledger prints it.</summary>
    public static string Words(Verdict verdict) => verdict switch
    {
        Verdict.Reproduced => "reproduced",
        Verdict.ReproducedUnderReading => "reproduced under a stated reading",
        Verdict.Contradicted => "contradicted by the paper's own numbers",
        Verdict.Differs => "differs on these data",
        Verdict.NotSpecified => "not specified enough to check",
        Verdict.NotTestable => "not testable offline",
        Verdict.NotApplicable => "not applicable: simulated data",
        _ => throw new ArgumentOutOfRangeException(nameof(verdict), verdict, "No such verdict."),
    };

    /// <summary>The tone in which the report shows it: good, fair, bad, other or open.</summary>
    public static string Tone(Verdict verdict) => verdict switch
    {
        Verdict.Reproduced => "good",
        Verdict.ReproducedUnderReading => "fair",
        Verdict.Contradicted => "bad",
        Verdict.Differs => "other",
        _ => "open",
    };
}
