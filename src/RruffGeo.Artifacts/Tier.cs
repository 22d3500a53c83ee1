using System.Globalization;

namespace RruffGeo.Artifacts;

/// <summary>How far the artifact of a second run with the same key may differ from the first's.</summary>
/// <param name="Name"><c>bitwise</c>, <c>logical</c> or <c>tolerance</c>.</param>
/// <param name="Relative">For <c>tolerance</c>: the largest relative difference of numbers, &gt; 0; else 0.</param>
public sealed record Tier(string Name, double Relative)
{
    /// <summary>Byte for byte.</summary>
    public static Tier Bitwise { get; } = new("bitwise", 0);

    /// <summary>Tables hold the same values under the same schema; other files are equal byte for byte.</summary>
    public static Tier Logical { get; } = new("logical", 0);

    /// <summary>Numbers in tables agree to <paramref name="relative"/> of the larger; all else as <see cref="Logical"/>.</summary>
    public static Tier Tolerance(double relative) => new("tolerance", relative);

    /// <inheritdoc/>
    public override string ToString() => Relative == 0 ? Name : string.Create(CultureInfo.InvariantCulture, $"{Name} {Relative}");
}
