namespace RruffGeo.Spectra.Tests;

public sealed class SpectrumFileNameTests
{
    [Fact]
    public void A_name_of_2019_gives_its_eight_fields()
    {
        Assert.True(SpectrumFileName.TryParse("AxiniteFe__R050041-5__Raman__514__90__CCW__Raman_Data_Processed__1234.txt", out var name));

        Assert.Equal(
            ("AxiniteFe", "R050041-5", "Raman", 514.0, "90", 90.0, "ccw", SpectrumKind.Processed, "1234"),
            (name.Mineral, name.Id, name.Scan, name.LaserNanometres, name.AngleText, name.Angle, name.Orientation, name.Kind, name.Suffix));
    }

    [Fact]
    public void A_name_of_2026_may_leave_angle_and_orientation_empty()
    {
        Assert.True(SpectrumFileName.TryParse(
            "folder/Axinite-(Fe)__R040031__Raman__532______Raman_Data_RAW__0123456789abcdef0123456789ab.TXT", out var name));

        Assert.Equal(
            ("Axinite-(Fe)", "R040031", 532.0, "", null, "", SpectrumKind.Raw),
            (name.Mineral, name.Id, name.LaserNanometres, name.AngleText, name.Angle, name.Orientation, name.Kind));
    }

    [Fact]
    public void A_name_of_2026_may_leave_the_orientation_alone_empty()
    {
        Assert.True(SpectrumFileName.TryParse("Quartz__R040031__Raman__514__0-000____Raman_Data_RAW__ab", out var name));

        Assert.Equal(("0-000", 0.0, ""), (name.AngleText, name.Angle, name.Orientation));
    }

    [Theory]
    [InlineData("532", 532.0)]
    [InlineData("514.5", 514.5)]
    [InlineData("514-5", 514.5)]
    [InlineData("458-5nm", 458.5)]
    [InlineData("532_nm", 532.0)]
    [InlineData("632.8", 632.8)]
    [InlineData("", null)]
    [InlineData("unknown", null)]
    [InlineData("0", null)]
    public void A_laser_is_read_in_every_way_it_is_written(string text, double? nanometres)
    {
        Assert.True(SpectrumFileName.TryParse($"Quartz__R040031__Broad_Scan__{text}__0__unoriented__Raman_Data_Raw__1.rruff", out var name));

        Assert.Equal(nanometres, name.LaserNanometres);
    }

    [Theory]
    [InlineData("45-000", 45.0)]
    [InlineData("0", 0.0)]
    [InlineData("22.5", 22.5)]
    [InlineData("-10", -10.0)]
    public void An_angle_is_compared_as_a_number(string text, double angle)
    {
        Assert.True(SpectrumFileName.TryParse($"Quartz__R040031__Raman__532__{text}__ccw__Raman_Data_RAW__1.txt", out var name));

        Assert.Equal(angle, name.Angle);
    }

    [Fact]
    public void A_mineral_name_with_the_separator_leaves_the_last_seven_fields_alone()
    {
        Assert.True(SpectrumFileName.TryParse("Odd__name__R040031__Raman__532__0__unoriented__Raman_Data_RAW__1.txt", out var name));

        Assert.Equal(("Odd__name", "R040031"), (name.Mineral, name.Id));
    }

    [Theory]
    [InlineData("readme.txt")]
    [InlineData("")]
    [InlineData("Quartz__R040031__Raman__532__0__unoriented__Raman_Data_RAW")]
    [InlineData("Quartz__R040031__Infrared__532__0__unoriented__Raman_Data_RAW__1.txt")]
    [InlineData("Quartz__R040031__Raman__532__0__unoriented__Raman_Data_Cooked__1.txt")]
    [InlineData("Quartz__R040031__Raman__532__0__unoriented__Raman_Data_RAW__1.npy")]
    [InlineData("Quartz__R040031__Raman__532__0__unoriented__Raman_Data_RAW__.txt")]
    [InlineData("__R040031__Raman__532__0__unoriented__Raman_Data_RAW__1.txt")]
    public void Any_other_name_is_no_spectrum(string path) => Assert.False(SpectrumFileName.TryParse(path, out _));
}
