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
            "Models     1 up to date, 2 ran       6.0 s",
        ],
        RunSummary.Lines(
        [
            Outcome("06-models", "row/fold-0", StageVerdict.Ran, 2), Outcome("01-raw", "", StageVerdict.UpToDate, 1.5),
            Outcome("06-models", "row/fold-1", StageVerdict.UpToDate, 2), Outcome("06-models", "row/fold-2", StageVerdict.Ran, 2),
        ]));

    private static (StageRequest, StageResult) Outcome(string stage, string branch, StageVerdict verdict, double seconds)
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
        return (request, new StageResult("", "", "", verdict, TimeSpan.FromSeconds(seconds)));
    }
}
