using RruffGeo.Build.Display;
using RruffGeo.Pipeline;

namespace RruffGeo.Build.Running;

/// <summary>The table at the end of a run.</summary>
internal static class RunSummary
{
    /// <summary>One line a stage, in the order of the stages: verdict, and how long the work took, now or when it was done.</summary>
    public static IEnumerable<string> Lines(IEnumerable<(StageRequest Request, StageResult Result)> results)
    {
        yield return "";
        yield return $"{"Stage",-11}{"Verdict",-26}Took";
        foreach (var stage in results.GroupBy(pair => pair.Request.Stage).OrderBy(group => group.Key, StringComparer.Ordinal))
        {
            var took = TimeSpan.FromTicks(stage.Sum(pair => pair.Result.Took.Ticks));
            var ran = stage.Any(pair => pair.Result.Verdict == StageVerdict.Ran);
            yield return $"{TaskNames.Of(stage.Key),-11}{VerdictText.Of([.. stage.Select(pair => pair.Result.Verdict)]),-26}{(ran ? ProgressText.Duration(took) : $"({ProgressText.Duration(took)} when it was made)")}";
        }
    }
}
