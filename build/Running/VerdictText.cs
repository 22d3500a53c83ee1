using RruffGeo.Pipeline;

namespace RruffGeo.Build.Running;

/// <summary>Verdicts in words.</summary>
internal static class VerdictText
{
    /// <summary>What was done.</summary>
    public static string Of(StageVerdict verdict) => verdict switch
    {
        StageVerdict.UpToDate => "up to date",
        StageVerdict.Restored => "restored",
        StageVerdict.Fetched => "fetched",
        _ => "ran",
    };

    /// <summary>What was done with a stage's branches: "ran", or "8 up to date, 2 ran".</summary>
    public static string Of(IReadOnlyCollection<StageVerdict> verdicts) => verdicts.Count == 1
        ? Of(verdicts.First())
        : string.Join(", ", verdicts.GroupBy(verdict => verdict).OrderBy(group => group.Key).Select(group => $"{group.Count()} {Of(group.Key)}"));
}
