using System.Buffers.Binary;

namespace RruffGeo.Spectra;

/// <summary>Reads Galactic SPC files of the new format, version byte 0x4B (SCIENCE 8); other versions are refused by name.</summary>
/// <remarks>Of a file with several subfiles the first is taken, and that is said; subfiles with an axis each are refused.</remarks>
internal static class SpcReader
{
    private const int HeaderBytes = 512;
    private const int SubheaderBytes = 32;
    private const int FloatExponent = 0x80;

    /// <summary>Flags of byte 0.</summary>
    [Flags]
    private enum Flags : byte
    {
        ShortOrdinates = 0x01,
        SeveralSubfiles = 0x04,
        AxisPerSubfile = 0x40,
        OwnAxis = 0x80,
    }

    /// <summary>Reads one file.</summary>
    /// <param name="bytes">All bytes of the file.</param>
    /// <param name="file">Where they came from, for messages.</param>
    /// <exception cref="SpectrumFormatException">It is of another version, cut, over another axis, or no spectrum.</exception>
    public static SpectrumFile Read(ReadOnlySpan<byte> bytes, string file)
    {
        RefuseOtherVersions(bytes, file);
        Require(bytes, HeaderBytes, file, "a header");
        var diagnostics = new DiagnosticLog();
        var flags = (Flags)bytes[0];
        if (flags.HasFlag(Flags.AxisPerSubfile))
            throw new SpectrumBytesException(
                file, 0, FormatCodes.UnsupportedForm, "expected one axis for the file but found subfiles with an axis each (flag 0x40). Export one of them as text.");
        CheckUnit(bytes[28], file, diagnostics);

        var count = BinaryPrimitives.ReadInt32LittleEndian(bytes[4..]);
        if (count is < 1 or > MeasuredPoints.Maximum)
            throw new SpectrumBytesException(file, 4, FormatCodes.TooLarge, $"expected 1 to {MeasuredPoints.Maximum} points but found {count}.");
        var axis = HeaderBytes;
        var subheader = axis + (flags.HasFlag(Flags.OwnAxis) ? 4 * count : 0);
        var width = flags.HasFlag(Flags.ShortOrdinates) ? 2 : 4;
        var exponent = ExponentOf(bytes, subheader, file, diagnostics);
        if (exponent == FloatExponent)
            width = 4;
        var ordinates = subheader + SubheaderBytes;
        Require(bytes, ordinates + ((long)width * count), file, $"{count} ordinates of {width} bytes");
        var subfiles = BinaryPrimitives.ReadInt32LittleEndian(bytes[24..]);
        if (flags.HasFlag(Flags.SeveralSubfiles) && subfiles > 1)
            diagnostics.Note(FormatCodes.FirstOfSeveral, $"The file holds {subfiles} subfiles; the first was taken.");

        var (first, last) = (BinaryPrimitives.ReadDoubleLittleEndian(bytes[8..]), BinaryPrimitives.ReadDoubleLittleEndian(bytes[16..]));
        var points = new MeasuredPoints(file, diagnostics);
        var missing = 0;
        for (var i = 0; i < count; i++)
        {
            var wavenumber = flags.HasFlag(Flags.OwnAxis) ? BinaryPrimitives.ReadSingleLittleEndian(bytes[(axis + (4 * i))..])
                : count == 1 ? first
                : first + (i * ((last - first) / (count - 1)));
            if (!points.TryAdd(wavenumber, Ordinate(bytes[(ordinates + (width * i))..], width, exponent)))
                missing++;
        }

        if (missing > 0)
            diagnostics.Note(DiagnosticCodes.NonFinite, $"{missing} of {count} points hold a number that is not finite; they were left out.");
        return points.ToFile(SpectrumFormat.Spc, []);
    }

    private static double Ordinate(ReadOnlySpan<byte> at, int width, int exponent) => (exponent, width) switch
    {
        (FloatExponent, _) => BinaryPrimitives.ReadSingleLittleEndian(at),
        (_, 2) => Math.ScaleB(BinaryPrimitives.ReadInt16LittleEndian(at), (sbyte)exponent - 16),
        _ => Math.ScaleB(BinaryPrimitives.ReadInt32LittleEndian(at), (sbyte)exponent - 32),
    };

    // Writers of single spectra leave the subheader's exponent at 0 now and then; the header's is meant.
    private static int ExponentOf(ReadOnlySpan<byte> bytes, int subheader, string file, DiagnosticLog diagnostics)
    {
        Require(bytes, subheader + SubheaderBytes, file, "a subheader");
        var (whole, own) = (bytes[3], bytes[subheader + 1]);
        if (own == 0)
            return whole;
        if (own != whole)
            diagnostics.Note(FormatCodes.HeaderConflict, $"The header's exponent is {(sbyte)whole}, the subheader's {(sbyte)own}; the subheader's counts.");
        return own;
    }

    private static void RefuseOtherVersions(ReadOnlySpan<byte> bytes, string file)
    {
        var found = bytes.Length < 2 ? "no version byte" : bytes[1] switch
        {
            0x4B => "",
            0x4C => "0x4C, the new format with the high byte first",
            0x4D => "0x4D, the old format of LabCalc",
            0xCF => "0xCF, Shimadzu's format",
            var other => $"0x{other:X2}",
        };
        if (found.Length > 0)
            throw new SpectrumBytesException(
                file, 1, FormatCodes.UnsupportedForm, $"expected SPC version 0x4B but found {found}. Export the spectrum as text or JCAMP-DX.");
    }

    private static void CheckUnit(byte type, string file, DiagnosticLog diagnostics)
    {
        if (type is 1 or 13)
            return;
        if (type != 0)
            throw new SpectrumBytesException(
                file, 28, FormatCodes.WrongUnit,
                $"expected an axis of type 13 (Raman shift) or 1 (cm⁻¹) but found {type}{(type switch { 2 => " (µm)", 3 => " (nm)", _ => "" })}. Export the spectrum over Raman shift.");
        diagnostics.Note(FormatCodes.UnitAssumed, "The axis has no type; it was taken as Raman shift in cm⁻¹.");
    }

    private static void Require(ReadOnlySpan<byte> bytes, long length, string file, string what)
    {
        if (bytes.Length < length)
            throw new SpectrumBytesException(
                file, bytes.Length, FormatCodes.Malformed, $"expected {what} up to byte {length} but the file ends here. It may have been cut.");
    }
}
