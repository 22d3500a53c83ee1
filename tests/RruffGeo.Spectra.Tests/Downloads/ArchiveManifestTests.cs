namespace RruffGeo.Spectra.Tests;

public sealed class ArchiveManifestTests
{
    [Fact]
    public void The_manifest_adds_up_to_the_published_totals()
    {
        var archives = ArchiveManifest.Rruff.Archives;

        Assert.Equal(
            (8, 710_437_025, 38_056, 20_674, 17_382),
            (archives.Length, archives.Sum(a => a.Bytes), ArchiveManifest.Rruff.Files, archives.Sum(a => a.RawFiles), archives.Sum(a => a.ProcessedFiles)));
        Assert.Equal(8, archives.Select(archive => archive.Sha256).Distinct().Count());
        Assert.Equal(archives.Select(archive => archive.Name).Order(StringComparer.Ordinal), archives.Select(archive => archive.Name));
        Assert.All(ArchiveManifest.Rruff.Addresses, address => Assert.Equal((Uri.UriSchemeHttps, '/'), (address.Scheme, address.AbsolutePath[^1])));
    }

    [Theory]
    [InlineData("high-resolution", 7)]
    [InlineData("all", 8)]
    [InlineData("LR-Raman", 1)]
    [InlineData("lr-raman.zip, fair_oriented,LR-Raman", 2)]
    public void A_choice_names_archives(string choice, int archives) => Assert.Equal(archives, ArchiveManifest.Rruff.Select(choice).Length);

    [Fact]
    public void The_default_reading_leaves_the_low_resolution_archive_out() =>
        Assert.DoesNotContain(ArchiveManifest.Rruff.Select(new DownloadParameters().Archives), archive => archive.Name == "LR-Raman.zip");

    [Theory]
    [InlineData("")]
    [InlineData("excellent")]
    [InlineData("../LR-Raman.zip")]
    public void An_unknown_name_is_refused(string choice)
    {
        var error = Assert.Throws<ArgumentException>(() => new DownloadParameters { Archives = choice }.Validate());

        Assert.Equal(nameof(DownloadParameters.Archives), error.ParamName);
        Assert.Contains($"but found '{choice}'", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("45f9")]
    [InlineData("45F95e7003e00c196d5f6d0c326483f9d7a19476b499b4e1afd4048b81d802d7")]
    public void A_digest_that_is_none_is_refused(string digest) => Assert.Throws<FormatException>(() => ArchiveManifest.Parse(
        $$"""{"vintage": "x", "addresses": [], "archives": [{"name": "a.zip", "resolution": "high", "bytes": 1, "files": 2, "raw": 1, "processed": 1, "sha256": "{{digest}}"}]}"""));

    [Fact]
    public void Coverage_names_what_is_missing_what_has_other_bytes_and_the_share()
    {
        var pinned = ArchiveManifest.Rruff.Find("fair_oriented")!;

        var coverage = ArchiveCoverage.Of(ArchiveManifest.Rruff, [("fair_oriented.zip", pinned.Sha256, 25), ("LR-Raman.zip", "other", 2_491), ("mine.zip", "x", 7)]);

        // (25 + 2,491) / 38,056 = 6.611 %
        Assert.Equal(
            [
                "2 of the 8 known archives of RRUFF, 2,516 of their 38,056 files (6.6 %).",
                "Missing: excellent_oriented.zip, excellent_unoriented.zip, fair_unoriented.zip, poor_unoriented.zip, unrated_oriented.zip, unrated_unoriented.zip.",
                "Not the pinned archives: LR-Raman.zip.",
                "Not known: mine.zip.",
            ],
            coverage.ToSentences());
    }

    [Fact]
    public void An_archive_with_more_files_than_the_pinned_one_adds_no_more_than_that_has() => Assert.Equal(
        25, ArchiveCoverage.Of(ArchiveManifest.Rruff, [("fair_oriented.zip", "other", 1_000)]).Files);
}
