using RruffGeo.TorchLoading;

namespace RruffGeo.Models.Tests.TorchLoading;

/// <summary>The rules against the library as the package has it, where it is.</summary>
public sealed class RestoredLibraryTests
{
    private static readonly string Library = Path.Combine(
        Environment.GetEnvironmentVariable("NUGET_PACKAGES") ?? Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".nuget", "packages"),
        "torchsharp", TorchRuntime.Version, "runtimes", "linux-x64", "native", "libLibTorchSharp.so");

    [Fact]
    public void Its_marker_is_the_only_user_of_the_newest_version()
    {
        Assert.SkipUnless(File.Exists(Library), $"TorchSharp is not restored at {Library}.");
        var image = new Elf64Image(File.ReadAllBytes(Library), "libLibTorchSharp.so");
        var debian12 = VersionNeed.Of(image).Select(need => need.Version).Where(version => version != "GLIBCXX_3.4.32").ToHashSet(StringComparer.Ordinal);
        Assert.Equal(VerdictKind.LoadsWhenWeak, LoadingVerdict.Of(image, debian12).Kind);
        Assert.Equal(VerdictKind.Loads, LoadingVerdict.Of(image, debian12.Append("GLIBCXX_3.4.32").ToHashSet(StringComparer.Ordinal)).Kind);
        debian12.Remove("GLIBCXX_3.4.30");
        Assert.Equal(VerdictKind.CannotLoad, LoadingVerdict.Of(image, debian12).Kind);
    }

    [Fact]
    public void The_copy_is_new_and_the_package_untouched()
    {
        Assert.SkipUnless(File.Exists(Library), $"TorchSharp is not restored at {Library}.");
        var folder = Directory.CreateTempSubdirectory("torch-loading").FullName;
        try
        {
            var before = File.ReadAllBytes(Library);
            var old = Path.Combine(folder, "libstdc++.so.6");
            File.WriteAllBytes(old, Offering([.. VersionNeed.Of(new(before, "x")).Select(need => need.Version).Where(version => version != "GLIBCXX_3.4.32")]));
            Assert.Contains("VER_FLG_WEAK", LoadableCopy.Prepare(Library, folder, old), StringComparison.Ordinal);
            Assert.Equal(before, File.ReadAllBytes(Library));
            Assert.Equal(1, File.ReadAllBytes(Path.Combine(folder, "libLibTorchSharp.so")).Zip(before).Count(pair => pair.First != pair.Second));

            File.WriteAllBytes(old, Offering([.. VersionNeed.Of(new(before, "x")).Select(need => need.Version)]));
            Assert.Contains("nothing to do", LoadableCopy.Prepare(Library, folder, old), StringComparison.Ordinal);
            Assert.Equal(["libstdc++.so.6", "verdict.txt"], Directory.GetFiles(folder).Select(Path.GetFileName).Order(StringComparer.Ordinal));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Fact]
    public void TorchSharp_loads_here()
    {
        TorchRuntime.Load();
        Assert.Equal(3f, TorchSharp.torch.ones(3).sum().item<float>());
    }

    private static byte[] Offering(string[] versions) =>
        versions.Distinct().Aggregate(new SyntheticLibrary(), (library, version) => library.Offer(version)).ToBytes();
}
