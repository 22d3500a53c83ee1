using System.Text;

namespace RruffGeo.Spectra;

/// <summary>Recognises the titles that some instruments write above the two columns, such as <c>Wave,Intensity</c>.</summary>
internal static class ColumnTitles
{
    private static readonly string[] First = ["x", "wave", "raman shift", "ramanshift", "shift"];
    private static readonly string[] Second = ["y", "intensity", "counts"];

    public static bool Match(ReadOnlySpan<byte> line)
    {
        var split = line.IndexOfAny(",\t;"u8);
        if (split < 0)
            split = line.LastIndexOf((byte)' ');
        return split > 0 && Begins(line[..split], First) && Begins(line[(split + 1)..], Second);
    }

    // A title of one letter stands alone; the others may carry a unit: 'Wavenumber (cm-1)'.
    private static bool Begins(ReadOnlySpan<byte> field, string[] titles)
    {
        var text = Encoding.Latin1.GetString(field).Trim();
        return titles.Any(title => title.Length == 1
            ? text.Equals(title, StringComparison.OrdinalIgnoreCase)
            : text.StartsWith(title, StringComparison.OrdinalIgnoreCase));
    }
}
