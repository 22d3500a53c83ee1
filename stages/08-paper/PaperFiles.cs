using RruffGeo.Artifacts;

namespace RruffGeo.Stages;

/// <summary>Tables, figures, claim ledger and report (artifact of stage 08).</summary>
/// <param name="folder">Holds <c>tables/</c>, <c>figures/</c>, <c>claims.parquet</c> and <c>report.html</c>.</param>
public sealed class PaperFiles(string folder)
{
    /// <summary>Names this artifact to the engine.</summary>
    public static Artifact<PaperFiles> Artifact { get; } = new("08-paper", 1, folder => new PaperFiles(folder)) { Tier = Tier.Bitwise };

    /// <summary>The report, one HTML file that opens offline.</summary>
    public string ReportPath => Path.Combine(folder, "report.html");

    /// <summary>The claim ledger.</summary>
    public IReadOnlyList<ClaimRow> Claims => ParquetTable.Read<ClaimRow>(Path.Combine(folder, "claims.parquet"));
}

/// <summary>A row of <c>claims.parquet</c>.</summary>
public sealed record ClaimRow
{
    /// <summary>Id of SCIENCE section 2, such as <c>C02</c>.</summary>
    public string Id { get; init; } = "";

    /// <summary>Where the paper says it.</summary>
    public string Section { get; init; } = "";

    /// <summary>The claim in our words.</summary>
    public string Claim { get; init; } = "";

    /// <summary>The value the paper prints.</summary>
    public string Printed { get; init; } = "";

    /// <summary>The value recomputed here.</summary>
    public string Recomputed { get; init; } = "";

    /// <summary>The verdict.</summary>
    public string Verdict { get; init; } = "";

    /// <summary><c>paper alone</c> if only printed numbers were needed, <c>this run</c> if artifacts were.</summary>
    public string Basis { get; init; } = "";

    /// <summary>How it was checked, and the artifact or computation behind it.</summary>
    public string Evidence { get; init; } = "";
}
