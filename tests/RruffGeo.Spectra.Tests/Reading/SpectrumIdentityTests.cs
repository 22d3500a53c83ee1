using System.Text;

namespace RruffGeo.Spectra.Tests;

public sealed class SpectrumIdentityTests
{
    private const string Processed = "AxiniteFe__R050041-5__Raman__514__90__ccw__Raman_Data_Processed__1234.txt";
    private const string Raw = "Axinite-(Fe)__R050041-5__Raman__514__90-000__CCW__Raman_Data_RAW__ab12.txt";

    [Theory]
    [InlineData("R040031", "R040031")]
    [InlineData(" r040031-3", "R040031")]
    [InlineData("R060001-9b", "R060001")]
    [InlineData("R040001_a", "R040001")]
    [InlineData("X000000.1", "X000000")]
    [InlineData("XD120008", "XD120008")]
    [InlineData("R050041perptofiberaxes", "R050041")]
    [InlineData("RS151-1001269", "RS151-1001269")]
    [InlineData("altered", "ALTERED")]
    public void A_specimen_is_the_leading_letters_and_six_digits(string id, string specimen) => Assert.Equal(specimen, SpecimenId.Of(id));

    [Fact]
    public void Twins_share_their_acquisition_and_other_measurements_do_not()
    {
        Assert.Equal("R050041|R050041-5|Raman|514|90|ccw", Of(Processed, "").Acquisition);
        Assert.Equal(Of(Processed, "").Acquisition, Of(Raw, "##FILETYPE=Raman RAW\n").Acquisition);
        string[] others =
        [
            Renamed("-5", "-4"), Renamed("514", "532"), Renamed("__90__", "__45__"), Renamed("ccw", "depolarized"),
            Renamed("__Raman__", "__Broad_Scan__"),
        ];
        Assert.All(others, other => Assert.NotEqual(Of(Processed, "").Acquisition, Of(other, "").Acquisition));
    }

    [Fact]
    public void The_header_beats_the_file_name_and_every_conflict_is_noted()
    {
        var diagnostics = new List<Diagnostic>();
        var identity = Of(Processed, "##NAMES=Axinite-(Mn)\n##RRUFFID=R070336\n##RAMAN WAVELENGTH=458.5 nm\n##FILETYPE=Raman RAW\n", diagnostics);

        Assert.Equal(
            ("Axinite-(Mn)", "R070336", "R070336", 458.5, SpectrumKind.Raw),
            (identity.Mineral, identity.RruffId, identity.Specimen, identity.LaserNanometres, identity.Kind));
        Assert.Equal(["id-conflict", "mineral-conflict", "laser-conflict", "kind-conflict", "unusual-laser"], diagnostics.Select(diagnostic => diagnostic.Code));
    }

    [Fact]
    public void The_file_name_supplies_what_the_header_lacks()
    {
        var diagnostics = new List<Diagnostic>();
        var identity = Of(Processed, "##NAMES=\n##RAMAN WAVELENGTH=unknown\n", diagnostics);

        Assert.Equal(
            ("AxiniteFe", "R050041-5", "R050041", 514.0, SpectrumKind.Processed),
            (identity.Mineral, identity.RruffId, identity.Specimen, identity.LaserNanometres, identity.Kind));
        Assert.Equal(["unreadable-laser"], diagnostics.Select(diagnostic => diagnostic.Code));
    }

    [Fact]
    public void Punctuation_that_names_of_2019_lack_is_no_conflict()
    {
        var diagnostics = new List<Diagnostic>();

        Assert.Equal("Axinite-(Fe)", Of(Processed, "##NAMES=Axinite-(Fe)\n##RRUFFID=R050041\n", diagnostics).Mineral);
        Assert.Empty(diagnostics);
    }

    [Fact]
    public void A_mistyped_laser_of_the_header_does_not_part_twins()
    {
        Assert.Equal(Of(Raw, "##RAMAN WAVELENGTH=514\n").Acquisition, Of(Processed, "##RAMAN WAVELENGTH=53\n").Acquisition);
        Assert.Equal(53, Of(Processed, "##RAMAN WAVELENGTH=53\n").LaserNanometres);
    }

    [Fact]
    public void A_missing_laser_and_an_unusual_id_are_noted()
    {
        var diagnostics = new List<Diagnostic>();
        Of("Gypsum__altered__Raman____0__unoriented__Raman_Data_RAW__1.txt", "", diagnostics);

        Assert.Equal(["unusual-id", "no-laser"], diagnostics.Select(diagnostic => diagnostic.Code));
    }

    [Theory]
    [InlineData("R060001-9b", "R060001", "text-in-id")]
    [InlineData("R060001-9_9", "R060001", "text-in-id")]
    [InlineData("R040001_a", "R040001", "text-in-id")]
    [InlineData("R060361_laser_phase_change", "R060361", "text-in-id")]
    [InlineData("R050041perptofiberaxes", "R050041", "text-in-id")]
    [InlineData("X000000.1", "X000000", "text-in-id")]
    [InlineData("R050041-5", "R050041", "")]
    [InlineData("X050194", "X050194", "")]
    [InlineData("D120008", "XD120008", "id-conflict")]
    [InlineData("RS151-1001269", "R070336", "id-conflict")]
    [InlineData("altered", "R050440", "id-conflict")]
    public void Every_form_of_an_id_is_read_and_the_header_s_id_counts(string fileName, string header, string code)
    {
        var diagnostics = new List<Diagnostic>();
        var identity = Of($"Quartz__{fileName}__Raman__532__0__unoriented__Raman_Data_RAW__1.txt", $"##RRUFFID={header}\n", diagnostics);

        Assert.Equal((header, header, code), (identity.RruffId, identity.Specimen, string.Join(';', diagnostics.Select(diagnostic => diagnostic.Code))));
    }

    [Theory]
    [InlineData("532", 532.0, "")]
    [InlineData("785", 785.0, "")]
    [InlineData("514.5", 514.5, "")]
    [InlineData("514-5", 514.5, "laser-spelling")]
    [InlineData("532_nm", 532.0, "laser-spelling")]
    [InlineData("458-5nm", 458.5, "unusual-laser;laser-spelling")]
    [InlineData("633", 633.0, "unusual-laser")]
    [InlineData("632.8", 632.8, "unusual-laser")]
    [InlineData("488", 488.0, "unusual-laser")]
    [InlineData("515", 515.0, "unusual-laser")]
    [InlineData("", null, "no-laser")]
    public void Every_laser_is_read_and_what_is_unusual_is_noted(string text, double? nanometres, string codes)
    {
        var diagnostics = new List<Diagnostic>();
        var identity = Of($"Quartz__R040031__Raman__{text}__0__unoriented__Raman_Data_RAW__1.txt", "", diagnostics);

        Assert.Equal((nanometres, codes), (identity.LaserNanometres, string.Join(';', diagnostics.Select(diagnostic => diagnostic.Code))));
    }

    [Fact]
    public void A_laser_that_only_the_header_gives_is_read_with_its_unit()
    {
        var diagnostics = new List<Diagnostic>();

        Assert.Equal(785, Of("Quartz__R040031__Raman____0__unoriented__Raman_Data_RAW__1.txt", "##RAMAN WAVELENGTH=785 nm\n", diagnostics).LaserNanometres);
        Assert.Empty(diagnostics);
    }

    [Fact]
    public void Empty_angle_and_orientation_are_noted()
    {
        var diagnostics = new List<Diagnostic>();
        Of("Quartz__R040031__Raman__532______Raman_Data_RAW__0123456789abcdef0123456789ab.txt", "", diagnostics);

        Assert.Equal(["no-angle", "no-orientation"], diagnostics.Select(diagnostic => diagnostic.Code));
    }

    // printf 'a.txt\0text' | sha256sum, the first 32 digits.
    [Fact]
    public void An_id_is_the_digest_of_file_name_and_content() =>
        Assert.Equal("300733c2b387a9cf18885d514e0a06ad", SpectrumId.Of("a.txt", "text"u8));

    private static string Renamed(string from, string to) => Processed.Replace(from, to, StringComparison.Ordinal);

    private static SpectrumIdentity Of(string fileName, string header, List<Diagnostic>? diagnostics = null)
    {
        Assert.True(SpectrumFileName.TryParse(fileName, out var name));
        var file = RruffReader.Read(Encoding.UTF8.GetBytes(header + "\n1,1\n2,2\n3,3\n4,4\n"), fileName);
        return SpectrumIdentity.Of(file.Header, name, diagnostics ?? []);
    }
}
