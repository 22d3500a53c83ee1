using System.Collections.Immutable;
using RruffGeo.Build.Running;
using RruffGeo.Pipeline;

namespace RruffGeo.Build.Tests;

public sealed class RunSummaryTests
{
    [Fact]
    public void A_stage_has_one_line_with_the_verdicts_of_its_branches() => Assert.Equal(
        [
            "",
            "Stage      Verdict                   Took",
            "Raw        up to date                (1.5 s when it was made)",
            "Models     1 up to date, 2 ran       3.0 s (6.0 s in 3 branches)",
            "Metrics    2 up to date              (3.0 s in 2 branches when they were made)",
        ],
        RunSummary.Lines(
        [
            Outcome("06-models", "row/fold-0", StageVerdict.Ran, 2), Outcome("01-raw", "", StageVerdict.UpToDate, 1.5),
            Outcome("06-models", "row/fold-1", StageVerdict.UpToDate, 2), Outcome("06-models", "row/fold-2", StageVerdict.Ran, 2),
            Outcome("07-metrics", "a", StageVerdict.UpToDate, 1), Outcome("07-metrics", "b", StageVerdict.UpToDate, 2),
        ],
        new Dictionary<string, TimeSpan> { ["06-models"] = TimeSpan.FromSeconds(3), ["01-raw"] = TimeSpan.FromSeconds(0.1) }));

    [Fact]
    public void Results_that_were_accepted_are_named_with_the_reason()
    {
        var (request, result) = Outcome("06-models", "row/fold-0", StageVerdict.UpToDate, 2);
        var accepted = result with { Accepted = [new Acceptance(new string('1', 64), "a file was split"), new Acceptance(new string('2', 64), "a method was renamed")] };
        Assert.Equal(
            ["Accepted   Models, 2 results: made by earlier code and not again, because: a method was renamed"],
            RunSummary.Accepted([new(request, accepted), new(request with { Branch = "row/fold-1" }, accepted), Outcome("01-raw", "", StageVerdict.Ran, 1)]));
        Assert.Empty(RunSummary.Accepted([new(request, result)]));
    }

    [Fact]
    public void What_a_stage_used_is_called_the_whole_process_where_others_ran_beside_it()
    {
        var used = new StageUsage(TimeSpan.FromSeconds(38), TimeSpan.FromSeconds(70), 512_000_000, 1);
        Assert.Equal("38 s, 1 min 10 s of processor, 512 MB at most", UsageText.Of(used));
        Assert.Equal("38 s, 1 min 10 s of processor, 512 MB at most (the whole process, with up to 2 side by side)", UsageText.Of(used with { SideBySide = 2 }));
    }

    private static StageOutcome Outcome(string stage, string branch, StageVerdict verdict, double seconds)
    {
        var nothing = ImmutableSortedDictionary<string, string>.Empty;
        var request = new StageRequest
        {
            Stage = stage,
            Branch = branch,
            SchemaVersion = 1,
            CodeDigest = "",
            Parameters = nothing,
            Inputs = nothing,
            Environment = nothing,
            Execute = _ => { },
        };
        return new(request, new StageResult("", "", "", verdict, new StageUsage(TimeSpan.FromSeconds(seconds), TimeSpan.Zero, 0, 1)));
    }
}
