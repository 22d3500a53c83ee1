using System.Diagnostics.CodeAnalysis;

namespace RruffGeo.Spectra;

/// <summary>What the name of an RRUFF spectrum file says, in the grammar of 2019 and of 2026.</summary>
/// <remarks><c>name__id__scan__laser__angle__orientation__Raman_Data_kind__suffix</c>; fields may be empty, and the name itself may hold <c>__</c>.</remarks>
public sealed record SpectrumFileName
{
    private const string Separator = "__";
    private const string DataPrefix = "Raman_Data_";
    private const int FieldsAfterName = 7;

    private SpectrumFileName(string[] fields, SpectrumKind kind)
    {
        Mineral = string.Join(Separator, fields[..^FieldsAfterName]);
        var last = fields.AsSpan()[^FieldsAfterName..];
        (Id, Scan, LaserField, AngleText, Orientation, Kind, Suffix) = (last[0], last[1], last[2], last[3], last[4].ToLowerInvariant(), kind, last[6]);
        LaserNanometres = LaserText.Parse(LaserField);
    }

    /// <summary>Mineral name as written; without punctuation in files of 2019.</summary>
    public string Mineral { get; }

    /// <summary>RRUFF id with its sub-sample as written, such as <c>R050041-5</c>.</summary>
    public string Id { get; }

    /// <summary><c>Raman</c> or <c>Broad_Scan</c>.</summary>
    public string Scan { get; }

    /// <summary>Laser as written, such as <c>514-5</c>; empty if none.</summary>
    public string LaserField { get; }

    /// <summary>Laser wavelength, nm; null if the name gives no number.</summary>
    public double? LaserNanometres { get; }

    /// <summary>Angle as written, such as <c>45-000</c>; empty if none.</summary>
    public string AngleText { get; }

    /// <summary>Angle, °: <c>45-000</c> is 45; null if the name gives no number.</summary>
    public double? Angle => LaserText.ParseHyphenated(AngleText);

    /// <summary>Orientation, lower-case; empty if none.</summary>
    public string Orientation { get; }

    /// <summary>RAW or Processed.</summary>
    public SpectrumKind Kind { get; }

    /// <summary>A number (2019) or 28 hex digits (2026). It differs between the RAW and the Processed file of one measurement.</summary>
    public string Suffix { get; }

    /// <summary>Reads the name of a file; false if it is not the name of a spectrum file.</summary>
    /// <param name="path">File name, with or without folders and extension.</param>
    /// <param name="name">What the name says.</param>
    public static bool TryParse(string path, [NotNullWhen(true)] out SpectrumFileName? name)
    {
        name = null;
        var stem = path[(path.LastIndexOf('/') + 1)..];
        if (stem.EndsWith(".txt", StringComparison.OrdinalIgnoreCase))
            stem = stem[..^".txt".Length];
        else if (stem.EndsWith(".rruff", StringComparison.OrdinalIgnoreCase))
            stem = stem[..^".rruff".Length];

        var fields = stem.Split(Separator);
        if (fields.Length <= FieldsAfterName || fields[0].Length == 0 || KindOf(fields[^2]) is not { } kind
            || fields[^6] is not ("Raman" or "Broad_Scan") || !IsSuffix(fields[^1]))
            return false;
        name = new SpectrumFileName(fields, kind);
        return true;
    }

    private static SpectrumKind? KindOf(string field) =>
        !field.StartsWith(DataPrefix, StringComparison.OrdinalIgnoreCase) ? null : RruffText.KindOf(field[DataPrefix.Length..]);

    private static bool IsSuffix(string text) => text.Length > 0 && text.All(char.IsAsciiHexDigit);
}
