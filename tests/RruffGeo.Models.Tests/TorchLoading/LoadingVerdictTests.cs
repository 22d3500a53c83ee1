using RruffGeo.TorchLoading;

namespace RruffGeo.Models.Tests.TorchLoading;

public sealed class LoadingVerdictTests
{
    private const string Runtime = LoadingVerdict.Runtime, New = "GLIBCXX_3.4.32", Old = "GLIBCXX_3.4.30";
    private static readonly HashSet<string> OldRuntime = [Old, "GLIBCXX_3.4"];

    [Fact]
    public void Nothing_is_done_where_the_runtime_offers_the_version()
    {
        var verdict = Judge(Marked(), new HashSet<string> { New, Old });
        Assert.Equal(VerdictKind.Loads, verdict.Kind);
    }

    [Fact]
    public void The_need_is_weakened_when_the_marker_is_its_only_user()
    {
        var bytes = Marked().ToBytes();
        var image = new Elf64Image(bytes, "x.so");
        var verdict = LoadingVerdict.Of(image, OldRuntime);
        Assert.Equal(VerdictKind.LoadsWhenWeak, verdict.Kind);

        var weak = LoadableCopy.Weakened(image, verdict.FlagsOffset);
        var differing = Enumerable.Range(0, bytes.Length).Where(i => bytes[i] != weak[i]).ToList();
        Assert.Equal([(int)verdict.FlagsOffset], differing);
        Assert.Equal([(New, true), (Old, false)], VersionNeed.Of(new(weak, "x.so")).Where(need => need.Library == Runtime).Select(need => (need.Version, need.IsWeak)));
        Assert.Equal(VerdictKind.Loads, LoadingVerdict.Of(new(weak, "x.so"), OldRuntime).Kind);
    }

    [Fact]
    public void A_version_that_another_symbol_uses_too_is_left_alone()
    {
        var verdict = Judge(Marked().Symbol("_ZNSt6thread4joinEv", 7), OldRuntime);
        Assert.Equal(VerdictKind.CannotLoad, verdict.Kind);
        Assert.Contains("2 symbols use", verdict.Reason, StringComparison.Ordinal);
        Assert.Contains(New, verdict.Reason, StringComparison.Ordinal);
        Assert.Contains("libstdc++6", verdict.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void A_version_whose_only_user_is_not_the_marker_is_left_alone()
    {
        var library = new SyntheticLibrary().Symbol("_ZNSt6thread4joinEv", 7).Need(Runtime, New, 7);
        Assert.Equal(VerdictKind.CannotLoad, Judge(library, OldRuntime).Kind);
    }

    [Fact]
    public void A_marker_that_a_relocation_refers_to_is_left_alone()
    {
        var library = new SyntheticLibrary().Symbol(LoadingVerdict.Marker, 7, isRelocated: true).Need(Runtime, New, 7);
        var verdict = Judge(library, OldRuntime);
        Assert.Equal(VerdictKind.CannotLoad, verdict.Kind);
        Assert.Contains("referred to", verdict.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void Two_missing_versions_are_both_named()
    {
        var verdict = Judge(Marked().Need(Runtime, "CXXABI_1.3.15", 9), OldRuntime);
        Assert.Equal(VerdictKind.CannotLoad, verdict.Kind);
        Assert.Contains("GLIBCXX_3.4.32, CXXABI_1.3.15", verdict.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void Versions_of_other_libraries_are_not_judged() =>
        Assert.Equal(VerdictKind.Loads, Judge(new SyntheticLibrary().Need("libc.so.6", "GLIBC_2.99", 4), OldRuntime).Kind);

    [Fact]
    public void The_offered_versions_are_read_from_the_definitions()
    {
        var runtime = new Elf64Image(new SyntheticLibrary().Offer("GLIBCXX_3.4").Offer(New).ToBytes(), Runtime);
        Assert.Equal(["GLIBCXX_3.4", New], VersionNeed.OfferedBy(runtime).Order(StringComparer.Ordinal));
    }

    private static SyntheticLibrary Marked() => new SyntheticLibrary()
        .Symbol("malloc", 3).Symbol(LoadingVerdict.Marker, 7).Symbol("_ZSt4cout", 8)
        .Need("libc.so.6", "GLIBC_2.2.5", 3).Need(Runtime, New, 7).Need(Runtime, Old, 8);

    private static LoadingVerdict Judge(SyntheticLibrary library, IReadOnlySet<string> offered) =>
        LoadingVerdict.Of(new Elf64Image(library.ToBytes(), "x.so"), offered);
}
