using RruffGeo.Demo;

namespace RruffGeo.Stages.Tests.Demo;

public sealed class DemoReadingTests(DemoReadingTests.Run run) : IClassFixture<DemoReadingTests.Run>
{
    private readonly DemoStages stages = run.Stages;

    [Fact]
    public void Every_file_is_read_but_those_made_to_be_rejected()
    {
        var members = DemoMember.All(stages.Corpus);
        Assert.Equal(members.Count(m => !m.Rejected), stages.Raw.Descriptions.Count);
        Assert.Equal(
            members.Where(m => m.Rejected).Select(m => MemberName.Of(m, stages.Corpus)).Order(StringComparer.Ordinal),
            stages.Raw.Rejected.Where(r => r.Scope == "file").Select(r => r.Member).Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData(nameof(Oddity.Windows1252), "cp1252")]
    [InlineData(nameof(Oddity.ByteOrderMark), "byte-order-mark")]
    [InlineData(nameof(Oddity.MissingEnd), "no-end-mark")]
    [InlineData(nameof(Oddity.TabSeparated), "tab-separated")]
    [InlineData(nameof(Oddity.BlankSeparated), "blank-separated")]
    [InlineData(nameof(Oddity.CommentLines), "comment-line")]
    [InlineData(nameof(Oddity.ColumnTitles), "column-titles")]
    [InlineData(nameof(Oddity.RowWithoutValue), "stray-line")]
    [InlineData(nameof(Oddity.NotANumber), "non-finite")]
    [InlineData(nameof(Oddity.DuplicatedWavenumbers), "duplicated-wavenumbers")]
    [InlineData(nameof(Oddity.DecreasingWavenumbers), "decreasing-wavenumbers")]
    [InlineData(nameof(Oddity.UnorderedWavenumbers), "unsorted-wavenumbers")]
    [InlineData(nameof(Oddity.OtherIdInName), "id-conflict")]
    [InlineData(nameof(Oddity.OtherLaserInName), "laser-conflict")]
    [InlineData(nameof(Oddity.RepeatedKey), "repeated-header")]
    [InlineData(nameof(Oddity.ContinuedValue), "multi-line-header")]
    public void An_odd_file_is_read_with_its_diagnostic_which_no_sound_file_of_its_archive_has(string oddity, string code)
    {
        var members = DemoMember.All(stages.Corpus).Where(m => !m.Rejected).ToDictionary(m => (m.Instrument.Archive, MemberName.Of(m, stages.Corpus)));
        var (odd, others) = (0, 0);
        foreach (var description in stages.Raw.Descriptions)
        {
            var member = members[(description.Archive, description.Member)];
            var noticed = description.Diagnostics.Split(';').Contains(code);
            if (member.Oddity == Enum.Parse<Oddity>(oddity))
                Assert.True(noticed, $"{description.Member}: expected {code} but found '{description.Diagnostics}'");
            (odd, others) = member.Oddity == Enum.Parse<Oddity>(oddity) ? (odd + 1, others) : (odd, others + (noticed ? 1 : 0));
        }

        Assert.True(odd > 0);
        Assert.Equal(0, others);
    }

    [Theory]
    [InlineData(nameof(Oddity.TextOnly), "no-data")]
    [InlineData(nameof(Oddity.NoData), "no-data")]
    [InlineData(nameof(Oddity.ConstantIntensity), "constant-intensity")]
    public void A_file_that_cannot_be_used_is_rejected_with_its_reason(string oddity, string code)
    {
        var name = MemberName.Of(DemoMember.All(stages.Corpus).Single(m => m.Oddity == Enum.Parse<Oddity>(oddity)), stages.Corpus);
        var rejected = Assert.Single(stages.Raw.Rejected, r => r.Member == name && r.Scope == "file");
        Assert.Equal(code, rejected.Code);
        Assert.NotEmpty(rejected.Reason);
    }

    [Fact]
    public void What_is_no_spectrum_is_noted() => Assert.Equal(
        ["__MACOSX/._readme.txt", "readme.txt"],
        stages.Raw.Rejected.Where(r => r.Scope == "note").Select(r => r.Member).Distinct().Order(StringComparer.Ordinal));

    [Fact]
    public void Every_archive_is_marked_as_simulated() => Assert.All(stages.Raw.Archives, archive => Assert.True(archive.Simulated));

    [Fact]
    public void Header_and_file_name_give_back_the_specimen_mineral_kind_and_laser()
    {
        var members = DemoMember.All(stages.Corpus).Where(m => !m.Rejected).ToDictionary(m => (m.Instrument.Archive, MemberName.Of(m, stages.Corpus)));
        Assert.All(stages.Raw.Descriptions, description =>
        {
            var member = members[(description.Archive, description.Member)];
            Assert.Equal(
                (member.Specimen.Id, member.Specimen.Mineral.Name, member.Kind, member.Instrument.Scan, member.Specimen.Locality.Text),
                (description.Specimen, description.Mineral, description.Kind, description.Scan, description.Locality));
            Assert.Equal(double.Parse(member.Instrument.Laser, System.Globalization.CultureInfo.InvariantCulture), description.LaserNanometres);
        });
    }

    [Fact]
    public void A_found_specimen_gets_its_country_and_no_other_specimen_gets_one()
    {
        var truth = DemoSpecimen.All(stages.Corpus).ToDictionary(s => s.Id, s => s.Locality.Country);
        Assert.All(stages.Joined.Spectra, spectrum =>
        {
            var used = spectrum.Exclusions.Length == 0;
            Assert.True(
                used == (truth[spectrum.Specimen].Length > 0) && (!used || spectrum.Country == truth[spectrum.Specimen]),
                $"{spectrum.Specimen} of {spectrum.LocalityGroup}: expected '{truth[spectrum.Specimen]}' but found '{spectrum.Country}', excluded for '{spectrum.Exclusions}'");
        });
    }

    [Fact]
    public void Every_country_is_a_class_with_a_specimen_for_each_fold()
    {
        Assert.InRange(stages.Folds.Classes.Count, 12, 15);
        Assert.All(stages.Folds.Classes, c => Assert.True(c.Specimens >= 5, c.Country));
        Assert.Equal("United States of America", stages.Folds.Classes.MaxBy(c => c.Rows)!.Country);
    }

    /// <summary>The embedded demo, run once for all tests of the class.</summary>
    public sealed class Run : IDisposable
    {
        internal DemoStages Stages { get; } = new(new DemoParameters(), points: 128, new FoldsParameters());

        public void Dispose() => Stages.Dispose();
    }
}
