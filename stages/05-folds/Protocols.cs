using RruffGeo.Evaluation;

namespace RruffGeo.Stages;

/// <summary>The protocols by which spectra are divided, and what each keeps together (SCIENCE section 6).</summary>
internal static class Protocols
{
    /// <summary>Nothing is kept together: the paper's protocol.</summary>
    public const string Row = "row";

    /// <summary>Nothing is kept together and nothing is shuffled: rows in file-name order (SCIENCE section 3, reading 2).</summary>
    public const string RowUnshuffled = "row-unshuffled";

    /// <summary>RAW and Processed files of one acquisition stay together.</summary>
    public const string Twin = "twin";

    /// <summary>All spectra of a specimen stay together.</summary>
    public const string Specimen = "specimen";

    /// <summary>All spectra of a locality stay together.</summary>
    public const string Locality = "locality";

    /// <summary>All spectra of a mineral species stay together.</summary>
    public const string Species = "species";

    private static readonly string[] InOrder = [Row, RowUnshuffled, Twin, Specimen, Locality, Species];

    /// <summary>The protocols named in a comma-separated list, each once, from the finest unit to the coarsest.</summary>
    public static IReadOnlyList<string> Parse(string list)
    {
        var named = list.Split(',');
        return [.. InOrder.Where(protocol => named.Contains(protocol, StringComparer.Ordinal))];
    }

    /// <summary>Group of each spectrum under a grouped protocol; a spectrum without the unit's name is a group of its own.</summary>
    public static string[] GroupsOf(string protocol, IReadOnlyList<JoinedSpectrum> spectra)
    {
        string[] groups = protocol switch
        {
            Twin => [.. spectra.Select(row => row.Acquisition)],
            Specimen => [.. spectra.Select(row => row.Specimen)],
            Locality => [.. spectra.Select(row => row.LocalityGroup)],
            Species => SpeciesOf(spectra),
            var other => throw new ArgumentOutOfRangeException(nameof(protocol), other, "No such grouped protocol."),
        };
        for (var row = 0; row < groups.Length; row++)
            if (groups[row].Length == 0)
                groups[row] = $"spectrum {spectra[row].SpectrumId}";
        return groups;
    }

    /// <summary>Species of each spectrum, old and new names of a mineral joined.</summary>
    public static string[] SpeciesOf(IReadOnlyList<JoinedSpectrum> spectra) =>
        SpeciesNames.Join([.. spectra.Select(row => row.Mineral)], [.. spectra.Select(row => row.Specimen)]);
}
