namespace RruffGeo.Stages;

/// <summary>A table of rows with units and features, in file order.</summary>
public sealed class FeatureTable
{
    internal FeatureTable(string file) => File = file;

    /// <summary>Name of its file, without folders.</summary>
    public string File { get; }

    /// <summary>True if the table says that its numbers are simulated.</summary>
    public bool Simulated { get; internal set; }

    /// <summary>Rows that have a country.</summary>
    public int Rows => Units.Count;

    /// <summary>Country and units of each row. The id is the table's own, or the line number.</summary>
    internal List<JoinedSpectrum> Units { get; } = [];

    /// <summary>Features of each row, all of one length.</summary>
    internal List<float[]> Features { get; } = [];

    /// <summary>Names of the features.</summary>
    internal List<string> FeatureNames { get; } = [];

    /// <summary>Columns that hold text and have no role.</summary>
    internal List<string> TextColumns { get; } = [];

    /// <summary>Roles that a column plays.</summary>
    internal HashSet<string> Roles { get; } = new(StringComparer.Ordinal);

    /// <summary>Rows left out because they have no country.</summary>
    internal int WithoutCountry { get; set; }
}
