namespace RruffGeo.Stages.Tests;

public sealed class VintageTests : IDisposable
{
    private static readonly DateOnly Old = new(2019, 11, 15);
    private static readonly DateOnly New = new(2026, 3, 19);

    private readonly TestArchives archives = new();

    public void Dispose() => archives.Dispose();

    [Fact]
    public void The_newest_vintage_s_name_and_locality_stand_for_the_specimen_and_both_are_kept()
    {
        var raw = archives.Run(
            archives.Write(Old, "excellent.zip", File("R050001", "1", "Labradorite", "Nain, Labradro, Canada", 100), File("R050002", "2", "Quartz", "Same, Brazil", 200)),
            archives.Write(New, "LR.zip", File("R050001", "a1", "Anorthite", "Nain, Labrador, Canada", 300), File("R050002", "a2", "Quartz", "Same, Brazil", 400)));

        Assert.Equal(
            ["Anorthite Nain, Labrador, Canada", "Quartz Same, Brazil", "Anorthite Nain, Labrador, Canada", "Quartz Same, Brazil"],
            raw.Descriptions.Select(row => $"{row.Mineral} {row.Locality}"));
        Assert.Equal(
            [
                "R050001 locality: Nain, Labradro, Canada (2019-11-15) → Nain, Labrador, Canada (2026-03-19), specimen",
                "R050001 mineral: Labradorite (2019-11-15) → Anorthite (2026-03-19), specimen",
            ],
            Texts(raw));
        Assert.Equal(["older-locality excellent.zip 1", "older-name excellent.zip 1"], Counts(raw));
    }

    [Fact]
    public void A_measurement_under_another_name_and_id_is_found_by_its_numbers_and_prefers_the_newer_texts()
    {
        var raw = archives.Run(
            archives.Write(Old, "old.zip", File("R050001", "1", "Feldspar", "Old text", 100)),
            archives.Write(New, "new.zip", File("R070009", "ab", "Albite", "New text", 100), File("R050001", "cd", "Oligoclase", "Of the specimen", 700)));

        var group = raw.Repeated;
        Assert.Equal(["new.zip R070009 Albite 2026-03-19", "old.zip R050001 Feldspar 2019-11-15"], group.Select(file => $"{file.Archive} {file.Specimen} {file.Mineral} {file.Vintage}"));
        Assert.Single(group.Select(file => file.DataDigest).Distinct());
        Assert.Equal(3, raw.Descriptions.Count);
        Assert.Equal(
            [
                "R050001 locality: Old text (2019-11-15) → New text (2026-03-19), measurement",
                "R050001 mineral: Feldspar (2019-11-15) → Albite (2026-03-19), measurement",
            ],
            Texts(raw));
        Assert.Equal(["older-locality old.zip 1", "older-name old.zip 1", "same-numbers new.zip 1", "same-numbers old.zip 1"], Counts(raw));
    }

    [Fact]
    public void Of_several_newest_texts_most_files_decide_and_an_empty_one_decides_nothing()
    {
        var raw = archives.Run(
            archives.Write(Old, "old.zip", File("R050001", "1", "Quartz", "Written", 100), File("R050002", "2", "Quartz", "Kept", 150)),
            archives.Write(
                New, "new.zip", File("R050001", "a1", "Quartz", "Aaa", 200), File("R050001", "a2", "Quartz", "Bbb", 300), File("R050001", "a3", "Quartz", "Bbb", 400),
                File("R050002", "a4", "Quartz", "", 500)));

        Assert.Equal(["R050001 locality: Written (2019-11-15) → Bbb (2026-03-19), specimen"], Texts(raw));
        Assert.Contains(raw.Descriptions, row => row.Specimen == "R050002" && row.Locality == "Kept");
    }

    [Fact]
    public void Archives_of_one_vintage_keep_what_their_files_say()
    {
        var raw = archives.Run(
            archives.Write(New, "a.zip", File("R050001", "1", "Quartz", "One", 100)), archives.Write(New, "b.zip", File("R050001", "2", "Chalcedony", "Two", 200)));

        Assert.Empty(raw.Preferred);
        Assert.Equal(["Quartz One", "Chalcedony Two"], raw.Descriptions.Select(row => $"{row.Mineral} {row.Locality}"));
    }

    private static (string Path, string Text) File(string id, string suffix, string mineral, string locality, float first) => (
        TestArchives.Name(id, suffix: suffix),
        TestArchives.Spectrum($"##NAMES={mineral}\n##RRUFFID={id}\n##LOCALITY={locality}\n##OWNER=\n##SOURCE=\n##DESCRIPTION=\n##STATUS=\n##URL=\n", first: first));

    private static IEnumerable<string> Texts(RawSpectra raw) => raw.Preferred
        .Select(text => $"{text.Specimen} {text.Field}: {text.Written} ({text.WrittenVintage}) → {text.Preferred} ({text.PreferredVintage}), {text.Because}").Order(StringComparer.Ordinal);

    private static IEnumerable<string> Counts(RawSpectra raw) => raw.Diagnostics
        .Where(d => d.Code is "older-name" or "older-locality" or "same-numbers").Select(d => $"{d.Code} {d.Archive} {d.Files}").Order(StringComparer.Ordinal);
}
