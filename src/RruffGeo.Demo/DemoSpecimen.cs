using System.Collections.Immutable;
using System.Globalization;

namespace RruffGeo.Demo;

/// <summary>A simulated specimen.</summary>
/// <param name="Number">Number from 1 in the corpus.</param>
/// <param name="Mineral">What it is.</param>
/// <param name="Locality">Where it is said to come from.</param>
internal sealed record DemoSpecimen(int Number, DemoMineral Mineral, DemoLocality Locality)
{
    /// <summary>RRUFF id. RRUFF began in 2004: no real id has the year 99.</summary>
    public string Id => string.Create(CultureInfo.InvariantCulture, $"R99{Number:0000}");

    /// <summary>The specimens of a corpus: those of the localities table, then synthetic ones, then those of unknown locality.</summary>
    public static ImmutableArray<DemoSpecimen> All(DemoParameters parameters)
    {
        var occurrences =
            from locality in DemoLocality.All
            from mineral in locality.Minerals
            from repetition in Enumerable.Range(0, parameters.SpecimensPerOccurrence)
            select (locality, mineral);
        var elsewhere = Cycle(DemoLocality.Synthetic, parameters.SyntheticSpecimens)
            .Concat(Cycle(DemoLocality.Unknown, parameters.UnknownSpecimens))
            .Select(locality => (locality, mineral: locality.Minerals[0]));
        return [.. occurrences.Concat(elsewhere).Select((o, i) => new DemoSpecimen(i + 1, DemoMineral.ByName[o.mineral], o.locality))];
    }

    private static IEnumerable<DemoLocality> Cycle(ImmutableArray<DemoLocality> localities, int count) =>
        Enumerable.Range(0, count).Select(i => localities[i % localities.Length]);
}
