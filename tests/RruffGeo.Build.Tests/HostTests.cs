using System.Reflection;
using System.Text.Json;
using Cake.Frosting;

namespace RruffGeo.Build.Tests;

public sealed class HostTests
{
    [Fact]
    public Task The_tree_of_tasks() => Verify(HostRun.Of("--tree").Output);

    [Fact]
    public Task The_descriptions_of_tasks() => Verify(string.Join(
        "\n",
        from type in typeof(PaperContext).Assembly.GetExportedTypes()
        let name = type.GetCustomAttribute<TaskNameAttribute>()
        let description = type.GetCustomAttribute<TaskDescriptionAttribute>()
        where name is not null
        orderby name.Name
        select $"{name.Name,-10} {description?.Description}"));

    [Fact]
    public void A_dry_run_lists_the_tasks_in_order_and_runs_none()
    {
        var run = HostRun.Of("--target=Joined", "--dryrun", "--verbosity=normal");
        Assert.Equal(0, run.ExitCode);
        Assert.Equal(["1. Raw", "2. Geocoded", "3. Joined"], run.Output.Split('\n').Where(line => line.Contains(". ", StringComparison.Ordinal) && char.IsDigit(line[0])));
        Assert.Contains("No tasks were actually executed.", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_wrong_command_line_ends_with_2_and_no_stack_trace()
    {
        var run = HostRun.Of("--target=Papr", "--set", "Models.Epochs=x");
        Assert.Equal(2, run.ExitCode);
        Assert.Contains("Did you mean 'Paper'?", run.Output, StringComparison.Ordinal);
        Assert.Contains("Models.Epochs is a whole number, but 'x' is not.", run.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_stage_that_fails_ends_with_1_and_a_sentence()
    {
        var folder = Directory.CreateTempSubdirectory();
        File.WriteAllText(Path.Combine(folder.FullName, "LR-Raman.zip"), "not a zip");
        var run = HostRun.Of(
            "--target=Raw", "--corpus=rruff", $"--archives={folder.FullName}", $"--outputs={folder.FullName}/outputs", $"--store={folder.FullName}/store");
        Assert.Equal(1, run.ExitCode);
        Assert.Contains("LR-Raman.zip", run.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", run.Output, StringComparison.Ordinal);
        Assert.False(Directory.Exists(Path.Combine(folder.FullName, "outputs", "rruff-paper", "01-raw")));
        folder.Delete(recursive: true);
    }

    [Fact]
    public void A_plan_runs_nothing_and_says_by_its_exit_code_that_there_is_work()
    {
        var folder = Directory.CreateTempSubdirectory();
        var run = HostRun.Of("--target=Plan", "--exit-code", $"--outputs={folder.FullName}/outputs", $"--store={folder.FullName}/store");
        Assert.Equal(3, run.ExitCode);
        Assert.Contains("first run", run.Output, StringComparison.Ordinal);
        Assert.False(Directory.Exists(Path.Combine(folder.FullName, "outputs", "demo", "01-raw")));
        folder.Delete(recursive: true);
    }

    [Fact]
    public void A_second_run_runs_nothing_and_a_changed_parameter_only_what_reads_it()
    {
        var folder = Directory.CreateTempSubdirectory();
        HostRun Resampled(params string[] more) => HostRun.Of(
            ["--target=Resampled", $"--outputs={folder.FullName}/outputs", $"--store={folder.FullName}/store", .. more]);
        var first = Resampled();
        Assert.Equal(0, first.ExitCode);
        Assert.Equal(["Corpus ran", "Raw ran", "Geocoded ran", "Joined ran", "Resampled ran"], Verdicts(first));
        Assert.Equal(2, first.Output.Split("SIMULATED DATA").Length - 1);
        var lockFile = File.ReadAllText(Path.Combine(folder.FullName, "outputs", "demo", "paper.lock"));

        Assert.All(Verdicts(Resampled()), verdict => Assert.EndsWith("up to date", verdict, StringComparison.Ordinal));
        Assert.Equal(lockFile, File.ReadAllText(Path.Combine(folder.FullName, "outputs", "demo", "paper.lock")));
        Assert.Equal(
            ["Corpus up to date", "Raw up to date", "Geocoded up to date", "Joined up to date", "Resampled ran"],
            Verdicts(Resampled("--set", "Resampled.Points=64")));
        Assert.Equal("Joined ran", Verdicts(Resampled("--force=Joined"))[3]);
        folder.Delete(recursive: true);
    }

    [Fact]
    public void The_engine_s_own_targets_explain_draw_compare_check_and_clean_a_run()
    {
        var folder = Directory.CreateTempSubdirectory();
        HostRun Host(params string[] words) => HostRun.Of([.. words, $"--outputs={folder.FullName}/outputs", $"--store={folder.FullName}/store"]);
        Assert.Equal(0, Host("--target=Folds").ExitCode);

        var explained = Host("--target=Explain", "--set", "Resampled.Points=64", "--until=Folds");
        Assert.Equal(0, explained.ExitCode);
        Assert.Contains("Resampled: parameter Resampled.Points: ", explained.Output, StringComparison.Ordinal);
        Assert.Contains("Root causes:\n    Resampled: parameter Resampled.Points: ", explained.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("Models", explained.Output, StringComparison.Ordinal);
        Assert.Equal(0, Host("--target=Plan", "--exit-code", "--until=Folds").ExitCode);
        var json = JsonDocument.Parse(Host("--target=Plan", "--json", "--until=Folds", "--set", "Folds.Seed=9").Output).RootElement;
        Assert.Equal((1, "run"), (json.GetProperty("toRun").GetInt32(), json.GetProperty("stages")[5].GetProperty("verdict").GetString()));

        Assert.Contains("Folds: nothing to accept", Host("--target=Folds", "--accept=Folds", "--reason=renamed").Output, StringComparison.Ordinal);
        var refused = Host("--target=Folds", "--accept=Folds", "--reason=renamed", "--set", "Folds.Seed=9");
        Assert.Equal(1, refused.ExitCode);
        Assert.Contains("--accept: 05-folds: no earlier result differs in its code alone; the nearest differs in parameter Folds.Seed: ", refused.Output, StringComparison.Ordinal);

        Assert.Contains("Resampled --> Folds", Host("--target=Graph", "--until=Folds").Output, StringComparison.Ordinal);
        Assert.StartsWith("<svg", File.ReadAllText(Path.Combine(folder.FullName, "outputs", "demo", "graph.svg")), StringComparison.Ordinal);

        Assert.Equal(0, Host("--target=Folds", "--run=demo-seed", "--set", "Folds.Seed=7").ExitCode);
        var diff = Host("--target=Diff", "--run=demo-seed", "--against=demo");
        Assert.Contains("Folds.Seed: ", diff.Output, StringComparison.Ordinal);
        Assert.Contains("05-folds/folds.parquet: fold: ", diff.Output, StringComparison.Ordinal);
        Assert.Contains("\"Name\": \"Folds.Seed\"", File.ReadAllText(Path.Combine(folder.FullName, "outputs", "demo-seed", "diff-demo.json")), StringComparison.Ordinal);
        var page = File.ReadAllText(Path.Combine(folder.FullName, "outputs", "demo-seed", "diff-demo.html"));
        Assert.Contains("<td>Folds.Seed</td>", page, StringComparison.Ordinal);
        Assert.Contains("class=\"banner\"", page, StringComparison.Ordinal);
        Assert.Contains("Root causes:\n    Folds: parameter Folds.Seed", Host("--target=Explain", "--run=demo-seed", "--set", "Folds.Seed=7", "--against=demo", "--until=Folds").Output, StringComparison.Ordinal);

        Assert.Contains("all sound", Host("--target=Verify").Output, StringComparison.Ordinal);
        Assert.Contains("Would free 0.0 MB of 0 stage runs", Host("--target=Gc", "--dry-run", "--older-than=0").Output, StringComparison.Ordinal);
        var recheck = Host("--target=Recheck", "--until=Geocoded", "--sample=1");
        Assert.Contains("01-raw (logical)", recheck.Output, StringComparison.Ordinal);
        Assert.Equal(0, recheck.ExitCode);
        folder.Delete(recursive: true);
    }

    [Fact]
    public void A_stage_alone_needs_what_it_reads()
    {
        var folder = Directory.CreateTempSubdirectory();
        var run = HostRun.Of("--target=Geocoded", "--exclusive", $"--outputs={folder.FullName}/outputs", $"--store={folder.FullName}/store");
        Assert.Equal(1, run.ExitCode);
        Assert.Contains("--exclusive: Corpus is read but not there as wanted (first run).", run.Output, StringComparison.Ordinal);
        folder.Delete(recursive: true);
    }

    private static string[] Verdicts(HostRun run) =>
    [
        .. run.Output.Split('\n').SkipWhile(line => !line.StartsWith("Stage ", StringComparison.Ordinal)).Skip(1).TakeWhile(line => line.Length > 0)
            .Select(line => $"{line[..11].Trim()} {line[11..37].Trim()}"),
    ];
}
