namespace RruffGeo.Evaluation;

/// <summary>A row as ML.NET reads it.</summary>
internal sealed class FeatureRow
{
    /// <summary>Features.</summary>
    public float[] Features { get; set; } = [];

    /// <summary>Class, from 0.</summary>
    public uint Class { get; set; }
}
