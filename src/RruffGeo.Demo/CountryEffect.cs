using System.Collections.Immutable;

namespace RruffGeo.Demo;

/// <summary>
/// What a country does to its minerals' bands, as composition would: all positions are stretched and all widths scaled by
/// factors of the country. Invented, so that there is something about countries to learn.
/// </summary>
/// <param name="Stretch">Factor on band positions.</param>
/// <param name="Broadening">Factor on band widths.</param>
internal readonly record struct CountryEffect(double Stretch, double Broadening)
{
    private const double LargestStretch = 0.009, LargestBroadening = 0.35;

    private static readonly ImmutableArray<string> Countries =
        [.. DemoLocality.All.Select(l => l.Country).Distinct().Order(StringComparer.Ordinal)];

    /// <summary>The effect of <paramref name="locality"/>'s country, plus a tenth as much of the locality's own; none where the country is unknown.</summary>
    public static CountryEffect Of(DemoLocality locality, DemoParameters parameters)
    {
        var rank = Countries.IndexOf(locality.Country);
        if (rank < 0)
            return new CountryEffect(1, 1);

        var order = Enumerable.Range(0, Countries.Length).ToArray();
        DemoRandom.For(parameters.Seed, "countries").Shuffle(order);
        var own = DemoRandom.For(parameters.Seed, "locality " + locality.Text);
        var stretch = Level(order[rank]) + own.Between(-0.1, 0.1);
        var broadening = Level(order[(rank + Countries.Length / 2) % Countries.Length]) + own.Between(-0.1, 0.1);
        return new CountryEffect(
            1 + parameters.CountryEffect * LargestStretch * stretch,
            1 + Math.Min(parameters.CountryEffect, 2) * LargestBroadening * broadening);
    }

    private static double Level(int rank) => 2.0 * rank / (Countries.Length - 1) - 1;
}
