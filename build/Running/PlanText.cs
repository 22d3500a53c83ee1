using RruffGeo.Build.Display;

namespace RruffGeo.Build.Running;

/// <summary>A plan as a table.</summary>
internal static class PlanText
{
    /// <summary>One line a stage or branch; then how long the work took last time.</summary>
    public static IEnumerable<string> Lines(IReadOnlyList<PlanEntry> entries)
    {
        yield return $"{"Stage",-34} {"Verdict",-12} Why";
        foreach (var entry in entries)
            yield return $"{entry.Name,-34} {Verdict(entry.State),-12} {entry.Reason}".TrimEnd();
        yield return "";
        yield return Sum(entries);
    }

    /// <summary>A state in words.</summary>
    public static string Verdict(PlanState state) => state switch
    {
        PlanState.UpToDate => "up to date",
        PlanState.Restore => "restore",
        PlanState.Waits => "waits",
        _ => "run",
    };

    private static string Sum(IReadOnlyList<PlanEntry> entries)
    {
        var (run, waiting) = (Of(entries, PlanState.Run), Of(entries, PlanState.Waits));
        var restored = Of(entries, PlanState.Restore).Count;
        return run.Count + waiting.Count + restored == 0
            ? "Nothing to do."
            : string.Join(", ", ((string[])[Count(run, "to run"), Count(waiting, "may run"), restored == 0 ? "" : $"{restored} to restore"]).Where(part => part.Length > 0)) + ".";
    }

    private static List<PlanEntry> Of(IReadOnlyList<PlanEntry> entries, PlanState state) => [.. entries.Where(entry => entry.State == state)];

    private static string Count(List<PlanEntry> entries, string what)
    {
        if (entries.Count == 0)
            return "";
        var known = entries.Where(entry => entry.Took is not null).ToList();
        var time = ProgressText.Duration(TimeSpan.FromTicks(known.Sum(entry => entry.Took!.Value.Ticks)));
        return known.Count == 0 ? $"{entries.Count} {what}"
            : $"{entries.Count} {what} ({time} last time{(known.Count < entries.Count ? $", {entries.Count - known.Count} not known" : "")}, one after another)";
    }
}
