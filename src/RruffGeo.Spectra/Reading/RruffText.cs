using System.Text;
using System.Text.Unicode;

namespace RruffGeo.Spectra;

/// <summary>How RRUFF writes text: its encodings and its few fixed words.</summary>
public static class RruffText
{
    private static readonly Encoding CodePage1252 = CodePagesEncodingProvider.Instance.GetEncoding(1252)!;

    /// <summary>UTF-8 if all of <paramref name="text"/> is valid UTF-8, else code page 1252, which reads any bytes.</summary>
    public static Encoding EncodingOf(ReadOnlySpan<byte> text) => Utf8.IsValid(text) ? Encoding.UTF8 : CodePage1252;

    /// <summary>The kind as RRUFF writes it: <c>RAW</c> or <c>Processed</c>.</summary>
    public static string NameOf(SpectrumKind kind) => kind == SpectrumKind.Raw ? "RAW" : "Processed";

    /// <summary>The kind that <paramref name="text"/> names in any case, as in <c>Raw</c> or <c>Raman Processed</c>; null if none.</summary>
    public static SpectrumKind? KindOf(string text)
    {
        var word = text.Trim();
        if (word.StartsWith("Raman ", StringComparison.OrdinalIgnoreCase))
            word = word["Raman ".Length..].TrimStart();
        return word.Equals("RAW", StringComparison.OrdinalIgnoreCase) ? SpectrumKind.Raw
            : word.Equals("Processed", StringComparison.OrdinalIgnoreCase) ? SpectrumKind.Processed
            : null;
    }
}
