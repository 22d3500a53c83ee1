using System.Buffers.Binary;

namespace RruffGeo.Spectra.Tests;

public sealed class SpcReaderTests
{
    [Fact]
    public void Single_precision_ordinates_are_read()
    {
        var file = Read(Header(0x00, 0x80, 4, 100, 103), Subheader(0x80), Floats(1, 2.5f, -3, 400));

        Assert.Equal(SpectrumFormat.Spc, file.Format);
        Assert.Equal([100, 101, 102, 103], file.Wavenumbers);
        Assert.Equal([1, 2.5f, -3, 400], file.Intensities);
    }

    // Exponent 4: an int32 v is v·2^(4−32); 2²⁸ stands for 1.
    [Fact]
    public void Whole_ordinates_are_scaled_by_their_exponent() => Assert.Equal(
        [1, 0.5f, -2, 0.25f],
        Read(Header(0x00, 4, 4, 100, 103), Subheader(4), Ints(1 << 28, 1 << 27, -1 << 29, 1 << 26)).Intensities);

    // Exponent 10: an int16 v is v·2^(10−16); 64 stands for 1.
    [Fact]
    public void Short_ordinates_are_scaled_by_their_exponent() => Assert.Equal(
        [1, 0.5f, -2, 511.984375f],
        Read(Header(0x01, 10, 4, 100, 103), Subheader(10), Shorts(64, 32, -128, 32767)).Intensities);

    // Exponent −15 (0xF1): an int16 v is v·2^(−15−16) = v·2^−31.
    [Fact]
    public void A_negative_exponent_is_signed() => Assert.Equal(
        [MathF.ScaleB(1, -31), MathF.ScaleB(1, -30), MathF.ScaleB(-1, -31), 0],
        Read(Header(0x01, 0xF1, 4, 100, 103), Subheader(0xF1), Shorts(1, 2, -1, 0)).Intensities);

    [Fact]
    public void An_axis_of_its_own_stands_before_the_ordinates()
    {
        var file = Read(Header(0x80, 0x80, 4, 0, 0), [.. Floats(103, 102, 101.5f, 100), .. Subheader(0x80)], Floats(1, 2, 3, 5));

        Assert.Equal([100, 101.5f, 102, 103], file.Wavenumbers);
        Assert.Equal([5, 3, 2, 1], file.Intensities);
        Assert.Equal("decreasing-wavenumbers", Assert.Single(file.Diagnostics).Code);
    }

    [Fact]
    public void Of_several_subfiles_the_first_is_taken_and_that_is_said()
    {
        var file = Read(Header(0x04, 0x80, 4, 100, 103, subfiles: 2), Subheader(0x80), [.. Floats(1, 2, 4, 3), .. Subheader(0x80), .. Floats(9, 8, 7, 6)]);

        Assert.Equal([1, 2, 4, 3], file.Intensities);
        Assert.Equal("first-of-several", Assert.Single(file.Diagnostics).Code);
    }

    [Fact]
    public void A_subheader_without_an_exponent_leaves_it_to_the_header()
    {
        Assert.Equal([1, 2, 4, 3], Read(Header(0x00, 0x80, 4, 100, 103), Subheader(0), Floats(1, 2, 4, 3)).Intensities);

        var file = Read(Header(0x00, 5, 4, 100, 103), Subheader(0x80), Floats(1, 2, 4, 3));
        Assert.Equal([1, 2, 4, 3], file.Intensities);
        Assert.Equal("header-conflict", Assert.Single(file.Diagnostics).Code);
    }

    [Theory]
    [InlineData(1, 0x4C, "q.spc(byte 1): expected SPC version 0x4B but found 0x4C, the new format with the high byte first. Export the spectrum as text or JCAMP-DX.")]
    [InlineData(1, 0x4D, "q.spc(byte 1): expected SPC version 0x4B but found 0x4D, the old format of LabCalc. Export the spectrum as text or JCAMP-DX.")]
    [InlineData(1, 0xCF, "q.spc(byte 1): expected SPC version 0x4B but found 0xCF, Shimadzu's format. Export the spectrum as text or JCAMP-DX.")]
    [InlineData(0, 0x40, "q.spc(byte 0): expected one axis for the file but found subfiles with an axis each (flag 0x40). Export one of them as text.")]
    [InlineData(28, 3, "q.spc(byte 28): expected an axis of type 13 (Raman shift) or 1 (cm⁻¹) but found 3 (nm). Export the spectrum over Raman shift.")]
    [InlineData(7, 0x7F, "q.spc(byte 4): expected 1 to 1048576 points but found 2130706436.")]
    [InlineData(4, 200, "q.spc(byte 560): expected 200 ordinates of 4 bytes up to byte 1344 but the file ends here. It may have been cut.")]
    public void Other_versions_and_damage_are_refused_by_name_and_offset(int at, byte value, string message)
    {
        byte[] bytes = [.. Header(0, 0x80, 4, 100, 103), .. Subheader(0x80), .. Floats(1, 2, 4, 3)];
        bytes[at] = value;

        Assert.Equal(message, Assert.Throws<SpectrumBytesException>(() => SpectrumReader.Read(bytes, "q.spc")).Message);
    }

    [Fact]
    public void An_axis_without_a_type_is_noted()
    {
        byte[] bytes = [.. Header(0, 0x80, 4, 100, 103), .. Subheader(0x80), .. Floats(1, 2, 4, 3)];
        bytes[28] = 0;

        Assert.Equal("unit-assumed", Assert.Single(SpectrumReader.Read(bytes, "q.spc").Diagnostics).Code);
    }

    internal static byte[] Valid() => [.. Header(0, 0x80, 4, 100, 103), .. Subheader(0x80), .. Floats(1, 2, 4, 3)];

    private static SpectrumFile Read(byte[] header, byte[] middle, byte[] ordinates) => SpectrumReader.Read([.. header, .. middle, .. ordinates], "q.spc");

    private static byte[] Header(byte flags, byte exponent, int points, double first, double last, int subfiles = 1)
    {
        var header = new byte[512];
        (header[0], header[1], header[3], header[28]) = (flags, 0x4B, exponent, 13);
        BinaryPrimitives.WriteInt32LittleEndian(header.AsSpan(4), points);
        BinaryPrimitives.WriteDoubleLittleEndian(header.AsSpan(8), first);
        BinaryPrimitives.WriteDoubleLittleEndian(header.AsSpan(16), last);
        BinaryPrimitives.WriteInt32LittleEndian(header.AsSpan(24), subfiles);
        return header;
    }

    private static byte[] Subheader(byte exponent)
    {
        var subheader = new byte[32];
        subheader[1] = exponent;
        return subheader;
    }

    private static byte[] Floats(params float[] values) => [.. values.SelectMany(BitConverter.GetBytes)];

    private static byte[] Ints(params int[] values) => [.. values.SelectMany(BitConverter.GetBytes)];

    private static byte[] Shorts(params short[] values) => [.. values.SelectMany(BitConverter.GetBytes)];
}
