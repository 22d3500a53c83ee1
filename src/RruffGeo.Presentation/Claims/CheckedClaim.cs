namespace RruffGeo.Presentation.Claims;

/// <summary>What a claim was checked against.</summary>
public enum ClaimBasis
{
    /// <summary>The numbers and words printed in the paper, alone.</summary>
    Paper,

    /// <summary>The artifacts of this run.</summary>
    Run,
}

/// <summary>A claim of the paper with the outcome of one check.</summary>
/// <param name="Id">Id, <c>C01</c> … <c>C86</c>, or <c>X01</c> for the cross-check of parity.</param>
/// <param name="Section">Where the paper says it.</param>
/// <param name="Statement">The claim in our words.</param>
/// <param name="Printed">What the paper prints.</param>
/// <param name="Recomputed">What the check gives.</param>
/// <param name="Verdict">What became of it.</param>
/// <param name="Evidence">What the check found beside the value, and the reading where there is one.</param>
/// <param name="Basis">What it was checked against.</param>
public sealed record CheckedClaim(
    string Id, string Section, string Statement, string Printed, string Recomputed, Verdict Verdict, string Evidence, ClaimBasis Basis = ClaimBasis.Paper)
{
    /// <summary>The artifact of a claim that the paper alone decides.</summary>
    public const string PaperItself = "the paper";

    /// <summary>How it is checked, in a sentence; what anyone could repeat by hand.</summary>
    public string How { get; init; } = "";

    /// <summary>The file the recomputed value comes from, below the run's folder, such as <c>03-joined/counts.parquet</c>.</summary>
    public string Artifact { get; init; } = Basis == ClaimBasis.Paper ? PaperItself : "";

    /// <summary>The row of that file, or the place in the paper.</summary>
    public string Row { get; init; } = Basis == ClaimBasis.Paper ? Section : "";
}

/// <summary>The words for <see cref="ClaimBasis"/>.</summary>
public static class ClaimBases
{
    /// <summary><c>paper alone</c> or <c>this run</c>.</summary>
    public static string Words(ClaimBasis basis) => basis == ClaimBasis.Paper ? "paper alone" : "this run";
}
