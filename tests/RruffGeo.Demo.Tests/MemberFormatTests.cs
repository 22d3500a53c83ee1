using System.Text;

namespace RruffGeo.Demo.Tests;

public sealed class MemberFormatTests
{
    private static readonly DemoParameters Parameters = new();

    [Theory]
    [InlineData(0, "0.0000000E+00")]
    [InlineData(0.386719, "0.3867190")]
    [InlineData(5.84375, "5.843750")]
    [InlineData(41.597656, "41.59766")]
    [InlineData(10175.2734, "10175.27")]
    [InlineData(1234567.8, "1234568")]
    [InlineData(12345678.0, "1.234568E+07")]
    [InlineData(-41.597656, "-41.59766")]
    [InlineData(0.06687836, "6.687836E-02")]
    public void Numbers_have_seven_significant_digits(double value, string expected)
    {
        var text = new StringBuilder();
        DataNumber.AppendFixed(text, value);
        Assert.Equal(expected, text.ToString());
    }

    [Fact]
    public void Exponents_of_low_resolution_files_have_three_digits()
    {
        var text = new StringBuilder();
        DataNumber.AppendExponential(text, 103.6855);
        Assert.Equal("1.036855e+002", text.ToString());
    }

    [Fact]
    public void Names_of_2019_drop_punctuation_and_end_in_a_number()
    {
        var member = Member(Instrument.Oriented, "Fluorapophyllite-(K)", "Processed");
        Assert.Matches(@"^FluorapophylliteK__R990006-3__Raman__514__0__ccw__Raman_Data_Processed__\d+\.txt$", MemberName.Of(member, Parameters));
    }

    [Fact]
    public void Names_of_2026_keep_punctuation_leave_the_angle_empty_and_end_in_28_hex_digits()
    {
        var member = Member(Instrument.Unoriented, "Fluorapophyllite-(K)", "RAW");
        Assert.Matches(@"^Fluorapophyllite-\(K\)__R990006__Raman__532______Raman_Data_RAW__[0-9a-f]{28}\.txt$", MemberName.Of(member, Parameters));
    }

    [Fact]
    public void Names_of_broad_scans_write_raw_in_small_letters()
    {
        var member = Member(Instrument.LowResolution, "Quartz", "RAW");
        Assert.Matches(@"^Quartz__R990006__Broad_Scan__532__0__unoriented__Raman_Data_Raw__[0-9a-f]{28}\.txt$", MemberName.Of(member, Parameters));
    }

    [Fact]
    public void Files_of_2019_end_header_lines_with_lf_and_data_lines_with_crlf()
    {
        var text = Text(Member(Instrument.Oriented, "Quartz", "Processed"));
        Assert.StartsWith("##NAMES=Quartz\n##RRUFFID=R990006\n", text, StringComparison.Ordinal);
        Assert.Contains("0.0000000E+00\r\n##END=\n", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Files_of_2026_name_kind_and_laser_in_the_header()
    {
        var text = Text(Member(Instrument.LowResolution, "Quartz", "RAW"));
        Assert.Contains("\r\n##FILETYPE=Raman RAW\r\n##RAMAN WAVELENGTH=532\r\n\r\n", text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_byte_order_mark_stands_once_before_the_first_key()
    {
        var member = Member(Instrument.Unoriented, "Quartz", "RAW") with { Oddity = Oddity.ByteOrderMark };
        var bytes = MemberText.Of(member, Measurement.Of(member.Specimen, member.Instrument, Parameters));
        Assert.Equal([0xEF, 0xBB, 0xBF, (byte)'#'], bytes[..4]);
    }

    [Fact]
    public void A_band_is_half_as_high_half_a_width_from_its_centre()
    {
        Assert.Equal(1, LineShape.At(464, 464, 10));
        Assert.Equal(0.5, LineShape.At(469, 464, 10), 12);
        Assert.Equal(0.5, LineShape.At(459, 464, 10), 12);
    }

    private static DemoMember Member(string archive, string mineral, string kind)
    {
        var specimen = new DemoSpecimen(6, DemoMineral.ByName[mineral], new DemoLocality("Herkimer, New York, USA", "United States of America", []));
        return new DemoMember(specimen, Instrument.Measuring(6, 5).First(i => i.Archive == archive), kind, Oddity.None);
    }

    private static string Text(DemoMember member) =>
        Encoding.UTF8.GetString(MemberText.Of(member, Measurement.Of(member.Specimen, member.Instrument, Parameters)));
}
