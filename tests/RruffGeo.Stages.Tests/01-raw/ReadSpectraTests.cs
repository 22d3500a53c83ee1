using System.Collections.Immutable;
using RruffGeo.Artifacts;

namespace RruffGeo.Stages.Tests;

public sealed class ReadSpectraTests : IDisposable
{
    private readonly TestArchives archives = new();

    public void Dispose() => archives.Dispose();

    [Fact]
    public void A_row_says_what_header_and_file_name_say()
    {
        var header = "##NAMES=Quartz\n##RRUFFID=R040031\n##IDEAL CHEMISTRY=SiO_2_\n##LOCALITY=L&#229;ngban, Sweden\n##OWNER=O\n##SOURCE=S\n"
            + "##DESCRIPTION=D\n##STATUS=T\n##URL=rruff.info/R040031\n##MEASURED CHEMISTRY=Si_1.00_O_2_\n##RAMAN WAVELENGTH=514.5\n";
        var raw = archives.Run(archives.Write("a.zip", ("x/" + TestArchives.Name("R040031-2"), TestArchives.Spectrum(header))));

        var row = Assert.Single(raw.Descriptions);
        Assert.Equal(
            new SpectrumDescription
            {
                SpectrumId = row.SpectrumId,
                Archive = "a.zip",
                Member = "x/" + TestArchives.Name("R040031-2"),
                Kind = "RAW",
                Mineral = "Quartz",
                RruffId = "R040031",
                Specimen = "R040031",
                Acquisition = "R040031|R040031-2|Raman|532|0|unoriented",
                Scan = "Raman",
                LaserNanometres = 514.5,
                Angle = 0,
                Orientation = "unoriented",
                IdealChemistry = "SiO_2_",
                MeasuredChemistry = "Si_1.00_O_2_",
                Locality = "Långban, Sweden",
                Owner = "O",
                Source = "S",
                Description = "D",
                Status = "T",
                Url = "rruff.info/R040031",
                Points = 5,
                FirstWavenumber = 100,
                LastWavenumber = 104,
                DataDigest = row.DataDigest,
                Diagnostics = "html-entities;laser-conflict",
            },
            row);
        var spectrum = Assert.Single(raw.ReadSpectra());
        Assert.Equal(row.SpectrumId, spectrum.SpectrumId);
        Assert.Equal([100, 101, 102, 103, 104], spectrum.Wavenumbers);
        Assert.Equal([0, 1, 4, 9, 16], spectrum.Intensities);
    }

    [Fact]
    public void Every_member_is_a_spectrum_or_rejected_or_noted()
    {
        var raw = archives.Run(archives.Write(
            "a.zip",
            (TestArchives.Name(suffix: "1"), TestArchives.Spectrum()),
            (TestArchives.Name(suffix: "2"), "Only words.\n"),
            (TestArchives.Name(suffix: "3"), "1,5\n2,5\n3,5\n4,5\n"),
            (TestArchives.Name(suffix: "4"), "1,5\n2,6\n"),
            ("readme.txt", "Hello."),
            ("more.zip", "PK"),
            ("__MACOSX/._x", "")));

        Assert.Equal(
            [
                "Quartz__R040031__Raman__532__0__unoriented__Raman_Data_RAW__2.txt: file no-data",
                "Quartz__R040031__Raman__532__0__unoriented__Raman_Data_RAW__3.txt: file constant-intensity",
                "Quartz__R040031__Raman__532__0__unoriented__Raman_Data_RAW__4.txt: file too-short",
                "__MACOSX/._x: note no-spectrum-name",
                "more.zip: note nested-archive",
                "readme.txt: note no-spectrum-name",
            ],
            raw.Rejected.Select(input => $"{input.Member}: {input.Scope} {input.Code}"));
        var report = Assert.Single(raw.Archives);
        Assert.Equal((7, 1, 3, 3, true), (report.Members, report.Spectra, report.Rejected, report.Notes, report.Simulated));
        Assert.Equal(report.Members, report.Spectra + report.Rejected + report.Notes);
    }

    [Theory]
    [InlineData("../../x")]
    [InlineData("..\\x.txt")]
    [InlineData("/etc/x.txt")]
    public void An_archive_whose_member_would_leave_it_stops_the_run_with_what_to_do(string path)
    {
        var archive = archives.Write("a.zip", (TestArchives.Name(), TestArchives.Spectrum()), (path, "out"));

        var error = Assert.Throws<InvalidDataException>(() => archives.Run(archive));

        Assert.Equal(
            $"{archive}: expected a complete zip archive of spectra but: its member '{path}' would leave the archive's folder, which no archive of RRUFF's does. "
            + "Get the archive again, or take it out of the folder.",
            error.Message);
    }

    [Fact]
    public void A_line_left_out_is_named_and_the_file_kept()
    {
        var raw = archives.Run(archives.Write("a.zip", (TestArchives.Name(), "##NAMES=Quartz\n" + "1,1\n800, -\n2,2\n3,3\n4,4\n##END=\n")));

        Assert.Equal("missing-header;stray-line", Assert.Single(raw.Descriptions).Diagnostics);
        Assert.Equal(
            new RejectedInput
            {
                Archive = "a.zip",
                Member = TestArchives.Name(),
                Line = 3,
                Scope = "line",
                Code = "stray-line",
                Reason = "expected 'wavenumber, intensity' but found '800, -'.",
            },
            Assert.Single(raw.Rejected));
    }

    [Fact]
    public void An_exact_duplicate_is_rejected_and_names_the_first()
    {
        var first = archives.Write("a.zip", (TestArchives.Name(), TestArchives.Spectrum()));
        var second = archives.Write("b.zip", ("again/" + TestArchives.Name(), TestArchives.Spectrum()), (TestArchives.Name(suffix: "2"), TestArchives.Spectrum()));

        var raw = archives.Run(second, first);

        Assert.Equal(["a.zip", "b.zip"], raw.Descriptions.Select(row => row.Archive));
        Assert.Single(raw.Descriptions.Select(row => row.DataDigest).Distinct());
        var duplicate = Assert.Single(raw.Rejected);
        Assert.Equal(
            ("b.zip", "duplicate-of", $"the same file, name and bytes, as a.zip!{TestArchives.Name()}."),
            (duplicate.Archive, duplicate.Code, duplicate.Reason));
        Assert.All(raw.Archives, report => Assert.Equal(report.Members, report.Spectra + report.Rejected + report.Notes));
    }

    [Fact]
    public void Rows_follow_archive_and_member_whatever_the_order_given_and_give_the_same_bytes()
    {
        var b = archives.Write("B.zip", [.. Enumerable.Range(0, 1_100).Reverse().Select(i => (TestArchives.Name(suffix: $"{i:d4}"), TestArchives.Spectrum(points: 4 + (i % 7))))]);
        var a = archives.Write("a.zip", ("z/" + TestArchives.Name(), TestArchives.Spectrum(first: 1)), ("y/" + TestArchives.Name(), TestArchives.Spectrum(first: 2)));

        var raw = archives.Run(a, b);
        var bytes = Files();
        var again = archives.Run(b, a);

        Assert.Equal(
            raw.Descriptions.OrderBy(row => row.Archive, StringComparer.Ordinal).ThenBy(row => row.Member, StringComparer.Ordinal), raw.Descriptions);
        Assert.Equal(1_102, again.Descriptions.Count);
        Assert.Equal(bytes, Files());
        Assert.Equal(new StageProgress("reading a.zip", 1_102, 1_102, "files", "1102 spectra, 0 rejected"), archives.Reports[^1]);
    }

    [Fact]
    public void A_few_spectra_are_fetched_by_their_ids()
    {
        var raw = archives.Run(archives.Write("a.zip", [.. Enumerable.Range(0, 1_030).Select(i => (TestArchives.Name(suffix: $"{i:d4}"), TestArchives.Spectrum(first: i)))]));
        var rows = raw.Descriptions;

        var found = raw.ReadSpectra(new HashSet<string> { rows[1_025].SpectrumId, rows[3].SpectrumId });

        Assert.Equal([3, 1_025], found.Select(spectrum => spectrum.Wavenumbers[0]));
        Assert.Throws<KeyNotFoundException>(() => raw.ReadSpectra(new HashSet<string> { "none" }));
    }

    [Fact]
    public void Units_stand_in_the_file()
    {
        archives.Run(archives.Write("a.zip", (TestArchives.Name(), TestArchives.Spectrum())));

        var units = ParquetTable.ReadUnits(Path.Combine(archives.LastDestination, "raw.parquet"));

        Assert.Equal(("cm⁻¹", "a.u.", "nm", "°"), (units["wavenumbers"], units["intensities"], units["laser_nanometres"], units["angle"]));
    }

    private ImmutableArray<string> Files() =>
        [.. Directory.GetFiles(archives.LastDestination).Order(StringComparer.Ordinal).Select(file => Convert.ToHexString(File.ReadAllBytes(file)))];
}
