using CsCheck;
using RruffGeo.Pipeline.Runs;

namespace RruffGeo.Pipeline.Tests;

public sealed class LockFileTests : IDisposable
{
    private readonly Sandbox sandbox = new();

    public void Dispose() => sandbox.Dispose();

    [Fact]
    public Task The_lock_file_of_two_stages_and_a_branch()
    {
        var raw = sandbox.Produce(sandbox.Stage("01-raw", "quartz = SiO2\nline two") with { Environment = Sandbox.Named(("rid", "linux-x64")) });
        sandbox.Produce(sandbox.Stage("06-models", "weights", ("raw", raw.LogicalDigest)) with { Branch = "row/fold-0" });
        sandbox.Engine.WriteLock();

        return Verify(File.ReadAllText(sandbox.Output("paper.lock")));
    }

    [Fact]
    public void The_lock_file_does_not_depend_on_the_order_in_which_stages_finish()
    {
        string[] names = ["01-raw", "02-geocoded", "05-folds"];
        foreach (var name in names)
            sandbox.Produce(sandbox.Stage(name, "x"));
        sandbox.Engine.WriteLock();
        var forwards = File.ReadAllText(sandbox.Output("paper.lock"));
        File.Delete(sandbox.Output("paper.lock"));
        sandbox.Engine = sandbox.NewEngine();
        foreach (var name in names.Reverse())
            sandbox.Produce(sandbox.Stage(name, "x"));
        sandbox.Engine.WriteLock();

        Assert.Equal(forwards, File.ReadAllText(sandbox.Output("paper.lock")));
    }

    [Fact]
    public void What_another_process_noted_meanwhile_stays()
    {
        sandbox.Produce(sandbox.Stage("01-raw", "quartz"));
        using var other = new PipelineEngine(PipelineStore.Open(sandbox.StoreFolder), sandbox.RunFolder, sandbox);
        other.Produce(sandbox.Stage("01-raw", "calcite"), TestContext.Current.CancellationToken);
        other.Produce(sandbox.Stage("02-geocoded", "Idaho"), TestContext.Current.CancellationToken);
        other.WriteLock();
        sandbox.Produce(sandbox.Stage("05-folds", "five"));
        sandbox.Engine.WriteLock();

        var text = File.ReadAllText(sandbox.Output("paper.lock"));
        Assert.Equal(["[01-raw]", "[02-geocoded]", "[05-folds]"], text.Split('\n').Where(line => line.StartsWith('[')));
        Assert.Contains("Content = quartz", text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_run_that_ends_without_being_asked_has_noted_its_last_stage_too()
    {
        for (var i = 0; i < 3; i++)
            sandbox.Produce(sandbox.Stage("01-raw", "quartz") with { Branch = $"{i}" });
        sandbox.Engine.Dispose();
        Assert.Contains("[01-raw 2]", File.ReadAllText(sandbox.Output("paper.lock")), StringComparison.Ordinal);
    }

    [Fact]
    public void Any_names_and_values_survive_being_written_and_read()
    {
        var text = Gen.Int[0, 10].Select(index => "abc=\\\n\r []é"[index]).Array[0, 8].Select(letters => new string(letters));
        Gen.Select(text, Gen.Select(text, text).Array[0, 5]).Sample((stage, values) =>
        {
            var entry = new LockEntry(values.DistinctBy(value => value.Item1, StringComparer.Ordinal)
                .Select(value => ("parameter." + value.Item1, value.Item2)).Append(("stage", stage))
                .Aggregate(Sandbox.Named(), (map, value) => map.Add(value.Item1, value.Item2)));

            var read = LockText.Parse(LockText.Format([entry]));

            Assert.Equal(entry.Values, Assert.Single(read).Value.Values);
        });
    }

    [Theory]
    [InlineData("<<<<<<< ours")]
    [InlineData("paper.lock v1\n\n[01-raw]\n<<<<<<< ours\n")]
    [InlineData("paper.lock v1\n\n[01-raw]\nkey = 1\n")]
    [InlineData("paper.lock v1\nkey = 1\n")]
    public void A_lock_file_that_is_not_understood_is_written_anew_with_a_warning(string content)
    {
        Directory.CreateDirectory(sandbox.RunFolder);
        File.WriteAllText(sandbox.Output("paper.lock"), content);

        sandbox.Produce(sandbox.Stage("01-raw", "quartz"));
        sandbox.Engine.WriteLock();

        Assert.Contains("paper.lock", Assert.Single(sandbox.Warnings), StringComparison.Ordinal);
        Assert.StartsWith("paper.lock v1\n\n[01-raw]\n", File.ReadAllText(sandbox.Output("paper.lock")), StringComparison.Ordinal);
    }

    [Fact]
    public void A_forged_lock_file_deletes_nothing_outside_the_artifact()
    {
        var victim = Path.Combine(sandbox.Root, "victim.txt");
        File.WriteAllText(victim, "precious");
        Directory.CreateDirectory(sandbox.RunFolder);
        File.WriteAllText(sandbox.Output("paper.lock"), "paper.lock v1\n\n[01-raw]\nkey = 1\noutput.../../../victim.txt = 1\nstage = 01-raw\nbranch = \n");

        sandbox.Produce(sandbox.Stage("01-raw", "quartz"));

        Assert.True(File.Exists(victim));
    }
}
