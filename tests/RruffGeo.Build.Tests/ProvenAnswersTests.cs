using System.Security.Cryptography;
using Cake.Core;
using RruffGeo.Artifacts;
using RruffGeo.Build.Housekeeping;
using RruffGeo.Stages;

namespace RruffGeo.Build.Tests;

public sealed class ProvenAnswersTests : IDisposable
{
    private readonly string run = Directory.CreateTempSubdirectory("rruffgeo-proven-").FullName;
    private readonly StringWriter output = new();

    public ProvenAnswersTests()
    {
        Directory.CreateDirectory(Path.Combine(run, "01-raw"));
        Directory.CreateDirectory(Path.Combine(run, "08-paper"));
        File.WriteAllText(Path.Combine(run, "01-raw", "archives.parquet"), "spectra");
    }

    public void Dispose()
    {
        Directory.Delete(run, recursive: true);
        output.Dispose();
    }

    [Fact]
    public void Each_answer_is_printed_with_its_file_and_its_digest()
    {
        var digest = Convert.ToHexStringLower(SHA256.HashData("spectra"u8));
        Answer("01-raw/archives.parquet", digest);

        ProvenAnswers.Print(run, output);

        Assert.Contains($"D1  Are the spectra measured?\n    yes: all of them\n    {digest}  01-raw/archives.parquet\n", output.ToString().ReplaceLineEndings("\n"), StringComparison.Ordinal);
        Assert.Contains("1 answers, proved by 1 files; all have the digests that the answers were read from.", output.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_that_is_no_longer_what_the_answer_was_read_from_is_named()
    {
        Answer("01-raw/archives.parquet", new string('0', 64));

        var fault = Assert.Throws<CakeException>(() => ProvenAnswers.Print(run, output));

        Assert.StartsWith("Not what the answers were read from: 01-raw/archives.parquet.", fault.Message, StringComparison.Ordinal);
        Assert.Contains($"but the file has {Convert.ToHexStringLower(SHA256.HashData("spectra"u8))}", output.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("../outside.parquet")]
    [InlineData("/etc/hostname")]
    [InlineData("01-raw/none.parquet")]
    public void A_path_outside_the_run_is_not_read(string path)
    {
        Answer(path, new string('0', 64));

        Assert.Throws<CakeException>(() => ProvenAnswers.Print(run, output));

        Assert.Contains("this file is not there", output.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Without_a_paper_it_says_what_to_run() =>
        Assert.Contains("first with --target=Paper --run=", Assert.Throws<CakeException>(() => ProvenAnswers.Print(run, output)).Message, StringComparison.Ordinal);

    private void Answer(string file, string digest) => ParquetTable.Write(
        Path.Combine(run, "08-paper", "checklist.parquet"),
        new List<ChecklistRow> { new() { Card = "data-card", Id = "D1", Question = "Are the spectra measured?", Answer = "yes", Value = "all of them", Files = file, Digests = digest } });
}
