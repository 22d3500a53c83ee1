using System.Globalization;

namespace RruffGeo.Build.Bench;

/// <summary>What <see cref="JoinBench"/> measured.</summary>
/// <param name="Source">Which polygons.</param>
/// <param name="Threads">Threads of both.</param>
/// <param name="Points">Points joined.</param>
/// <param name="Inside">Points in some country.</param>
/// <param name="Agreeing">Points for which both name the same country, or none.</param>
/// <param name="Seconds">Wall time of ours, index included.</param>
/// <param name="PeerSeconds">Wall time of prepared geometries, index included.</param>
public sealed record JoinBenchResult(string Source, int Threads, int Points, int Inside, int Agreeing, double Seconds, double PeerSeconds)
{
    /// <summary>Most seconds that 100,000 points may take at 1:10m on two cores.</summary>
    public const double Limit = 3;

    /// <inheritdoc/>
    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"join: {Points} points with {Source}, {Threads} threads: {Seconds:F2} s (limit {Limit:F0} s), prepared geometries {PeerSeconds:F2} s, "
        + $"ratio {Seconds / PeerSeconds:F2}; {Inside} inside, both agree on {Agreeing}");
}
