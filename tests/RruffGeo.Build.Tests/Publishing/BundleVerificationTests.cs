using System.Collections.Immutable;
using System.Text;
using RruffGeo.Build.Publishing;

namespace RruffGeo.Build.Tests.Publishing;

public sealed class BundleVerificationTests : IDisposable
{
    private const string Name = "rruffgeo-demo-made-simulated.zip";
    private readonly MadeRun run = new();

    private ImmutableArray<BundleFile> Files => Bundle.Of(run.Published, null).Files;

    public void Dispose() => run.Dispose();

    [Fact]
    public void A_bundle_is_sound_on_a_machine_without_store_and_run()
    {
        var elsewhere = Directory.CreateTempSubdirectory();
        var bundle = Path.Combine(elsewhere.FullName, Name);
        File.Move(run.Publish(), bundle);
        var verified = HostRun.Of("--target=VerifyBundle", $"--bundle={bundle}");
        Assert.Equal(0, verified.ExitCode);
        Assert.Contains("Sound      every file is as SHA256SUMS says", verified.Output, StringComparison.Ordinal);
        Assert.Contains("SIMULATED DATA", verified.Output, StringComparison.Ordinal);
        elsewhere.Delete(recursive: true);
    }

    [Fact]
    public void One_flipped_bit_of_any_file_is_named()
    {
        foreach (var file in Files.Where(file => file.Path != "SHA256SUMS"))
        {
            var flipped = file.Content.ToArray();
            flipped[flipped.Length / 2] ^= 1;
            Assert.Contains(Differences([.. Files.Select(other => other.Path == file.Path ? new BundleFile(file.Path, flipped) : other)]), difference => difference.StartsWith($"altered: {file.Path} ", StringComparison.Ordinal));
        }
    }

    [Fact]
    public void One_flipped_byte_of_the_archive_is_named_by_the_file_it_lies_in()
    {
        var path = run.Publish();
        var whole = File.ReadAllBytes(path);
        foreach (var name in Files.Select(file => file.Path).Where(name => name != "SHA256SUMS"))
        {
            var header = whole.AsSpan().IndexOf(Encoding.UTF8.GetBytes(name)) - 30;
            var data = header + 30 + BitConverter.ToUInt16(whole, header + 26) + BitConverter.ToUInt16(whole, header + 28);
            var flipped = whole.ToArray();
            flipped[data + (BitConverter.ToInt32(whole, header + 18) / 2)] ^= 0x10;
            File.WriteAllBytes(path, flipped);
            Assert.Contains(Differences(BundleReader.Read(path, BundleReader.Limits.Usual)), difference => difference.StartsWith($"altered: {name} ", StringComparison.Ordinal));
        }
    }

    [Fact]
    public void Missing_and_extra_files_are_named()
    {
        Assert.Contains("missing: 05-folds/folds.csv", Differences([.. Files.Where(file => file.Path != "05-folds/folds.csv")]));
        Assert.Contains("extra: 08-paper/more.csv, which SHA256SUMS does not name", Differences(Files.Add(new BundleFile("08-paper/more.csv", [1]))));
        Assert.Contains("extra: 08-paper/more.csv, which no manifest names", Differences(Summed(Files.Add(new BundleFile("08-paper/more.csv", [1])))));
    }

    [Fact]
    public void A_changed_result_with_a_new_digest_in_SHA256SUMS_contradicts_manifest_and_provenance()
    {
        var differences = Differences(Summed(With("05-folds/folds.csv", "id,fold\na,1\n")));
        Assert.Contains(differences, difference => difference.StartsWith("altered: 05-folds/folds.csv (SHA-256 ", StringComparison.Ordinal) && difference.EndsWith("by the manifest of 05-folds)", StringComparison.Ordinal));
        Assert.Contains(differences, difference => difference.StartsWith("provenance.intoto.json speaks of 05-folds/folds.csv", StringComparison.Ordinal));
        Assert.Contains(differences, difference => difference.StartsWith("ro-crate-metadata.json describes 05-folds/folds.csv", StringComparison.Ordinal));
    }

    [Fact]
    public void A_manifest_that_names_other_parameters_does_not_give_its_key() => Assert.Contains(
        "manifests/05-folds.json is no sound manifest: its parts do not give its key",
        Differences(Summed(With("manifests/05-folds.json", Text("manifests/05-folds.json").Replace("\"parameter.folds.Seed\": \"42\"", "\"parameter.folds.Seed\": \"7\"", StringComparison.Ordinal)))));

    [Fact]
    public void A_lock_file_that_disagrees_with_the_manifests_is_named()
    {
        Assert.Contains(
            "05-folds: paper.lock has parameter.folds.Seed = 7, the manifest 42",
            Differences(Summed(With("paper.lock", Text("paper.lock").Replace("parameter.folds.Seed = 42", "parameter.folds.Seed = 7", StringComparison.Ordinal)))));
        Assert.Contains("paper.lock: line 1: expected 'paper.lock v1'.", Differences(Summed(With("paper.lock", "hello"))));
        Assert.Contains("paper.lock names 05-folds, of which there is no manifest", Differences(Summed([.. Files.Where(file => file.Path != "manifests/05-folds.json")])));
    }

    [Fact]
    public void A_bundle_that_hides_that_it_is_simulated_is_named()
    {
        Assert.Contains("README.md does not say that the data are simulated", Differences(Summed(With("README.md", "A great result."))));
        Assert.Contains(
            "the file's name does not say that the data are simulated; it was rruffgeo-demo-made-simulated.zip",
            BundleVerification.Of("rruffgeo.zip", Files).Differences);
        Assert.Contains(
            "provenance.intoto.json says that the data are measured, the manifests that they are simulated",
            Differences(Summed(With("provenance.intoto.json", Text("provenance.intoto.json").Replace("\"simulated\": true", "\"simulated\": false", StringComparison.Ordinal)))));
    }

    [Fact]
    public void Provenance_that_is_no_JSON_or_another_kind_of_it_is_named()
    {
        Assert.Contains(Differences(Summed(With("provenance.intoto.json", "{"))), difference => difference.StartsWith("provenance.intoto.json is no in-toto statement", StringComparison.Ordinal));
        Assert.Contains(Differences(Summed(With("provenance.intoto.json", "{\"subject\": 7}"))), difference => difference.StartsWith("provenance.intoto.json is no in-toto statement", StringComparison.Ordinal));
        Assert.Contains(Differences(Summed(With("ro-crate-metadata.json", "[]"))), difference => difference.StartsWith("ro-crate-metadata.json is no RO-Crate", StringComparison.Ordinal));
    }

    [Fact]
    public void What_differs_ends_with_1_and_is_printed()
    {
        var path = Path.Combine(run.Folder, Name);
        using (var stream = File.Create(path))
            BundleZip.Write(stream, With("05-folds/folds.csv", "id,fold\n\u001b[2J"), Bundle.Undated);
        var verified = HostRun.Of("--target=VerifyBundle", $"--bundle={path}");
        Assert.Equal(1, verified.ExitCode);
        Assert.Contains("  altered: 05-folds/folds.csv (SHA-256 ", verified.Output, StringComparison.Ordinal);
        Assert.Contains($"{Name} is not as it was published: ", verified.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", verified.Output, StringComparison.Ordinal);
    }

    private static ImmutableArray<string> Differences(IReadOnlyList<BundleFile> files) => BundleVerification.Of(Name, files).Differences;

    private string Text(string path) => Encoding.UTF8.GetString(Files.Single(file => file.Path == path).Content);

    private ImmutableArray<BundleFile> With(string path, string text) => [.. Files.Select(file => file.Path == path ? BundleFile.OfText(path, text) : file)];

    private static ImmutableArray<BundleFile> Summed(ImmutableArray<BundleFile> files)
    {
        BundleFile[] others = [.. files.Where(file => file.Path != "SHA256SUMS")];
        return [.. others, Checksums.Of(others)];
    }
}
