using RruffGeo.Build.Running;

namespace RruffGeo.Build.Tests;

public sealed class SpectrumCountsTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("rruffgeo-counts-").FullName;
    private int counted;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void An_archive_is_counted_once_and_another_on_its_own()
    {
        Assert.Equal([3, 3, 5, 3], [Count("a", 3), Count("a", 4), Count("b", 5), Count("a", 6)]);
        Assert.Equal(2, counted);
    }

    [Theory]
    [InlineData("")]
    [InlineData("-3")]
    [InlineData("99999999999")]
    [InlineData("3 spectra")]
    public void What_is_no_number_is_counted_again_and_mended(string text)
    {
        File.WriteAllText(Path.Combine(folder, "a"), text);
        Assert.Equal([7, 7], [Count("a", 7), Count("a", 8)]);
        Assert.Equal(1, counted);
    }

    [Fact]
    public void Where_nothing_can_be_kept_it_is_counted_each_time()
    {
        var file = Path.Combine(folder, "file");
        File.WriteAllText(file, "");
        var counts = new SpectrumCounts(file);
        Assert.Equal([1, 2], [counts.Of("a", () => 1), counts.Of("a", () => 2)]);
    }

    private int Count(string digest, int spectra) => new SpectrumCounts(folder).Of(digest, () =>
    {
        counted++;
        return spectra;
    });
}
