using System.Collections.Immutable;
using System.Globalization;

namespace RruffGeo.Demo;

/// <summary>A mineral and its main Raman bands.</summary>
/// <param name="Name">Species, as RRUFF writes it.</param>
/// <param name="Formula">Ideal chemistry in RRUFF's notation; middle dots as HTML entities, as RRUFF has them.</param>
/// <param name="Bands">Bands by increasing position; published facts, sources in <c>minerals.txt</c>.</param>
internal sealed record DemoMineral(string Name, string Formula, ImmutableArray<DemoBand> Bands)
{
    /// <summary>All minerals by name.</summary>
    public static ImmutableSortedDictionary<string, DemoMineral> ByName { get; } =
        FactTable.Rows("minerals.txt", 4).Select(Parse).ToImmutableSortedDictionary(m => m.Name, m => m, StringComparer.Ordinal);

    private static DemoMineral Parse(string[] row) => new(row[0], row[1], [.. row[3].Split(' ').Select(Band)]);

    private static DemoBand Band(string text)
    {
        var numbers = text.Split(':');
        return new DemoBand(
            double.Parse(numbers[0], CultureInfo.InvariantCulture), double.Parse(numbers[1], CultureInfo.InvariantCulture));
    }
}

/// <summary>One Raman band.</summary>
/// <param name="Position">cm⁻¹.</param>
/// <param name="Height">% of the mineral's strongest band.</param>
internal readonly record struct DemoBand(double Position, double Height);
