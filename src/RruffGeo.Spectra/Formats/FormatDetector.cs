using System.Text;

namespace RruffGeo.Spectra;

/// <summary>Tells the format of a file from its content; its extension is not asked.</summary>
internal static class FormatDetector
{
    private const int Head = 4096;

    /// <summary>The version bytes of SPC files, at offset 1.</summary>
    private static ReadOnlySpan<byte> SpcVersions => [0x4B, 0x4C, 0x4D, 0xCF];

    private static readonly (byte[] Start, string Name)[] Foreign =
    [
        ([.. "PK\x03\x04"u8], "a zip archive; unpack it and give one of its files"),
        ([0x1F, 0x8B], "a gzip file; unpack it first"),
        ([.. "WDF1"u8], "a Renishaw WDF file; export it as text"),
        ([0x89, .. "HDF"u8], "an HDF5 file; export the spectrum as text"),
        ([.. "Spectral Data File"u8], "a Thermo OMNIC file; export it as text or JCAMP-DX"),
        ([0x0A, 0x0A, 0xFE, 0xFE], "a Bruker OPUS file; export it as text or JCAMP-DX"),
        ([.. "%PDF"u8], "a PDF document"),
        ([0x89, .. "PNG"u8], "a picture"),
    ];

    /// <summary>The format of <paramref name="bytes"/>.</summary>
    /// <exception cref="SpectrumFormatException">The content is empty, or binary and none of the formats that are read.</exception>
    public static SpectrumFormat Detect(ReadOnlySpan<byte> bytes, string file)
    {
        if (bytes.IsEmpty)
            throw new SpectrumBytesException(file, 0, FormatCodes.Empty, "expected a spectrum but the file is empty.");
        foreach (var (start, name) in Foreign)
            if (bytes.StartsWith(start))
                throw new SpectrumBytesException(file, 0, FormatCodes.UnknownFormat, $"expected a spectrum but found {name}.");

        var utf16 = SpectrumText.Utf16Of(bytes);
        var head = bytes[..Math.Min(Head, bytes.Length)];
        if (utf16 is null && head.Contains((byte)0))
            return bytes.Length > 1 && SpcVersions.Contains(bytes[1])
                ? SpectrumFormat.Spc
                : throw new SpectrumBytesException(
                    file, head.IndexOf((byte)0), FormatCodes.UnknownFormat,
                    "expected text or an SPC file but found a zero byte. Text tables, RRUFF files, JCAMP-DX and SPC are read.");

        var text = (utf16 ?? Encoding.Latin1).GetString(head).ToUpperInvariant();
        return text.Contains("##JCAMP", StringComparison.Ordinal) || text.Contains("##TITLE", StringComparison.Ordinal) ? SpectrumFormat.JcampDx
            : text.Contains("##", StringComparison.Ordinal) && RruffKeys.Any(key => text.Contains(key, StringComparison.Ordinal)) ? SpectrumFormat.Rruff
            : SpectrumFormat.TextTable;
    }

    private static readonly string[] RruffKeys = ["##NAMES=", "##RRUFFID=", "##LOCALITY=", "##IDEAL CHEMISTRY=", "##END"];
}
