using RruffGeo.Artifacts;

namespace RruffGeo.Stages;

/// <summary>Which fold holds out which spectrum, under each protocol (artifact of stage 05).</summary>
/// <param name="folder">Holds <c>folds.parquet</c>, <c>classes.parquet</c> and <c>warnings.parquet</c>.</param>
public sealed class AssignedFolds(string folder)
{
    /// <summary>Names this artifact to the engine.</summary>
    public static Artifact<AssignedFolds> Artifact { get; } = new("05-folds", 1, folder => new AssignedFolds(folder));

    /// <summary>One row per (protocol, spectrum): protocols in the order row, twin, specimen, locality, species, spectra in the order of <c>raw.parquet</c>.</summary>
    public IReadOnlyList<FoldAssignment> Assignments => ParquetTable.Read<FoldAssignment>(Path.Combine(folder, "folds.parquet"));

    /// <summary>The classes of the task, in ordinal order of NAME; the index is the network's output unit.</summary>
    public IReadOnlyList<CountryClass> Classes => ParquetTable.Read<CountryClass>(Path.Combine(folder, "classes.parquet"));

    /// <summary>Classes too small for their folds, and rows left out by the class filter.</summary>
    public IReadOnlyList<FoldWarning> Warnings => ParquetTable.Read<FoldWarning>(Path.Combine(folder, "warnings.parquet"));
}
