using RruffGeo.Artifacts;

namespace RruffGeo.Stages;

/// <summary>Tables, figures, claim ledger and report (artifact of stage 08).</summary>
/// <param name="folder">Holds <c>tables/</c>, <c>figures/</c>, <c>cards/</c>, <c>claims.parquet</c>, <c>checklist.parquet</c> and <c>report.html</c>.</param>
public sealed class PaperFiles(string folder)
{
    /// <summary>Names this artifact to the engine.</summary>
    public static Artifact<PaperFiles> Artifact { get; } = new("08-paper", 2, folder => new PaperFiles(folder)) { Tier = Tier.Bitwise };

    /// <summary>The report, one HTML file that opens offline.</summary>
    public string ReportPath => Path.Combine(folder, "report.html");

    /// <summary>Every answer of the cards and checklists, with the files that prove it.</summary>
    public IReadOnlyList<ChecklistRow> Checklist => ParquetTable.Read<ChecklistRow>(Path.Combine(folder, "checklist.parquet"));

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

    /// <summary>How it was checked.</summary>
    public string How { get; init; } = "";

    /// <summary>The value recomputed here.</summary>
    public string Recomputed { get; init; } = "";

    /// <summary>The verdict.</summary>
    public string Verdict { get; init; } = "";

    /// <summary><c>paper alone</c> if only printed numbers were needed, <c>this run</c> if artifacts were.</summary>
    public string Basis { get; init; } = "";

    /// <summary>The file the value comes from, below the run's folder; <c>the paper</c> for checks of it alone.</summary>
    public string Artifact { get; init; } = "";

    /// <summary>The row of that file, or the place in the paper.</summary>
    public string Row { get; init; } = "";

    /// <summary>What the check found beside the value, the reading where there is one, and the archives that were there.</summary>
    public string Evidence { get; init; } = "";
}
