namespace RruffGeo.Models;

/// <summary>Which of a first factor's two strides is 1: known to the compiler, addresses cost no instructions of their own.</summary>
internal interface ITileWalk
{
    /// <summary>Values from one row to the next.</summary>
    static abstract nint Row(in TileFactor factor);

    /// <summary>Values from one column to the next.</summary>
    static abstract nint Step(in TileFactor factor);
}

/// <summary>Columns are neighbours.</summary>
internal readonly struct AlongRows : ITileWalk
{
    /// <inheritdoc/>
    public static nint Row(in TileFactor factor) => factor.Row;

    /// <inheritdoc/>
    public static nint Step(in TileFactor factor) => 1;
}

/// <summary>Rows are neighbours.</summary>
internal readonly struct AcrossRows : ITileWalk
{
    /// <inheritdoc/>
    public static nint Row(in TileFactor factor) => 1;

    /// <inheritdoc/>
    public static nint Step(in TileFactor factor) => factor.Step;
}
