using RruffGeo.Build.Display;
using RruffGeo.Pipeline;

namespace RruffGeo.Build.Running;

/// <summary>The table at the end of a run.</summary>
internal static class RunSummary
{
    /// <summary>One line a stage, in the order of the stages: verdict, and how long it took, now or when it was made.</summary>
    /// <param name="results">What was produced.</param>
    /// <param name="wallTimes">Wall time of each stage in this run: its branches ran side by side.</param>
    public static IEnumerable<string> Lines(
        IEnumerable<StageOutcome> results, IReadOnlyDictionary<string, TimeSpan> wallTimes)
    {
        yield return "";
        yield return $"{"Stage",-11}{"Verdict",-26}Took";
        foreach (var stage in results.GroupBy(pair => pair.Request.Stage).OrderBy(group => group.Key, StringComparer.Ordinal))
            yield return $"{TaskNames.Of(stage.Key),-11}{VerdictText.Of([.. stage.Select(pair => pair.Result.Verdict)]),-26}{Took(stage.Key, [.. stage.Select(pair => pair.Result)], wallTimes)}";
    }

    /// <summary>One line for each stage and reason by which results of earlier code stand for those of the present code; none as a rule.</summary>
    public static IEnumerable<string> Accepted(IEnumerable<StageOutcome> results) =>
        from pair in results
        where !pair.Result.Accepted.IsEmpty
        group pair by (pair.Request.Stage, pair.Result.Accepted[^1].Reason) into same
        orderby same.Key.Stage, same.Key.Reason
        select $"Accepted   {TaskNames.Of(same.Key.Stage)}{(same.Count() == 1 ? "" : FormattableString.Invariant($", {same.Count()} results"))}: made by earlier code and not again, because: {same.Key.Reason}";

    private static string Took(string stage, IReadOnlyList<StageResult> results, IReadOnlyDictionary<string, TimeSpan> wallTimes)
    {
        var sum = TimeSpan.FromTicks(results.Sum(result => result.Took.Ticks));
        var all = results.Count == 1 ? "" : $" in {results.Count} branches";
        if (!results.Any(result => result.Verdict == StageVerdict.Ran))
            return $"({ProgressText.Duration(sum)}{all} when {(results.Count == 1 ? "it was" : "they were")} made)";
        return results.Count == 1 || !wallTimes.TryGetValue(stage, out var wall)
            ? ProgressText.Duration(sum) : $"{ProgressText.Duration(wall)} ({ProgressText.Duration(sum)}{all})";
    }
}
