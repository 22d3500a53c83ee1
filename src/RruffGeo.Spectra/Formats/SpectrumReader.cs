namespace RruffGeo.Spectra;

/// <summary>Reads a spectrum from a file of any format that is known; the content decides which.</summary>
public static class SpectrumReader
{
    /// <summary>Largest file that is read, bytes; the largest spectra of RRUFF are below 1 MiB.</summary>
    public const int MaximumBytes = 64 << 20;

    /// <summary>Reads the file at <paramref name="path"/>; messages name it without its folders.</summary>
    /// <exception cref="SpectrumFormatException">It is too large, of no known format, damaged, or no spectrum.</exception>
    /// <exception cref="IOException">It cannot be opened.</exception>
    public static SpectrumFile ReadFile(string path)
    {
        var name = Path.GetFileName(path);
        using var stream = File.OpenRead(path);
        if (stream.Length > MaximumBytes)
            throw TooLarge(name, stream.Length);
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return Read(bytes, name);
    }

    /// <summary>Reads a spectrum.</summary>
    /// <param name="bytes">All bytes of the file.</param>
    /// <param name="file">Where they came from, for messages.</param>
    /// <exception cref="SpectrumFormatException">They are too many, of no known format, damaged, or no spectrum.</exception>
    public static SpectrumFile Read(ReadOnlySpan<byte> bytes, string file)
    {
        if (bytes.Length > MaximumBytes)
            throw TooLarge(file, bytes.Length);
        return FormatDetector.Detect(bytes, file) switch
        {
            SpectrumFormat.Rruff => OfRruff(RruffReader.Read(SpectrumText.Utf16Of(bytes) is null ? bytes : SpectrumText.ToUtf8(bytes, new()), file)),
            SpectrumFormat.JcampDx => JcampReader.Read(bytes, file),
            SpectrumFormat.Spc => SpcReader.Read(bytes, file),
            _ => TableReader.Read(bytes, file),
        };
    }

    private static SpectrumFile OfRruff(RruffFile rruff) =>
        new(SpectrumFormat.Rruff, rruff.Header.Entries, rruff.Wavenumbers, rruff.Intensities, rruff.Diagnostics);

    private static SpectrumBytesException TooLarge(string file, long bytes) => new(
        file, 0, FormatCodes.TooLarge, $"expected at most {MaximumBytes} bytes but found {bytes}. Give the file of one spectrum.");
}
