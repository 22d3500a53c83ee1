using System.Collections.Immutable;
using RruffGeo.Presentation.Drawing;

namespace RruffGeo.Presentation.Claims;

/// <summary>Exact arithmetic on counts and their rounded percentages.</summary>
public static class PrintedShares
{
    /// <summary>
    /// Every whole number N, from the last cumulative count up, of which all cumulative counts make the printed percentages: |100 c/N − p| ≤ 0.005.
    /// </summary>
    /// <param name="cumulativeSamples">Cumulative counts c, not decreasing, the first ≥ 1.</param>
    /// <param name="cumulativeHundredths">Printed percentages p in hundredths, one per count, each ≥ 1.</param>
    public static ImmutableArray<int> Denominators(ImmutableArray<int> cumulativeSamples, ImmutableArray<int> cumulativeHundredths)
    {
        // Where even the first percentage has fallen below its rounding interval, no larger N can fit.
        var largest = 20_000L * cumulativeSamples[0] / ((2L * cumulativeHundredths[0]) - 1);
        var fitting = ImmutableArray.CreateBuilder<int>();
        for (var n = cumulativeSamples[^1]; n <= largest; n++)
        {
            if (cumulativeSamples.Zip(cumulativeHundredths).All(pair => IsRounded(pair.First, n, pair.Second)))
                fitting.Add(n);
        }

        return fitting.ToImmutable();
    }

    /// <summary>True if <paramref name="part"/> of <paramref name="whole"/> is <paramref name="hundredths"/>/100 per cent at two decimals.</summary>
    public static bool IsRounded(long part, long whole, long hundredths) => Math.Abs((20_000 * part) - (2 * hundredths * whole)) <= whole;

    /// <summary>A share in per cent, as printed with two decimals.</summary>
    internal static string Percent(long part, long whole) => Numerals.Of(100.0 * part / whole, 2) + " %";
}
