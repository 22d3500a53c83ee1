using RruffGeo.Pipeline;

namespace RruffGeo.Build.Running;

/// <summary>Why stages would run, down to the changes from which it follows; and why two runs differ.</summary>
internal static class ExplainText
{
    /// <summary>A plan with keys and causes.</summary>
    public static IEnumerable<string> Lines(IReadOnlyList<PlanEntry> entries)
    {
        foreach (var entry in entries)
        {
            yield return $"{entry.Name,-34} {PlanText.Verdict(entry.State),-12} {entry.Reason}".TrimEnd();
            foreach (var cause in entry.Causes)
                yield return $"    because of {Text(cause)}";
            if (entry.Key.Length > 0)
                yield return $"    key {entry.Key}";
        }

        var causes = entries.SelectMany(entry => entry.Causes).Select(Text).Distinct(StringComparer.Ordinal).ToList();
        yield return "";
        yield return causes.Count == 0 ? "No part of any key changed." : "Root causes:";
        foreach (var cause in causes)
            yield return $"    {cause}";
    }

    /// <summary>Why two runs differ.</summary>
    /// <param name="changes">The stages that are not the same.</param>
    /// <param name="causesOf">Follows changed inputs up.</param>
    public static IEnumerable<string> Lines(IReadOnlyList<StageChange> changes, Func<StageChange, IReadOnlyList<Cause>> causesOf)
    {
        var causes = new List<string>();
        foreach (var change in changes)
        {
            var artifact = change.Artifact == ArtifactAgreement.Same ? "same artifact" : "another artifact";
            yield return $"{TaskNames.Of(change.Stage)} {change.Branch}".TrimEnd() + change.Presence switch
            {
                StagePresence.FirstOnly => ": no longer there",
                StagePresence.SecondOnly => ": new",
                _ => $": {artifact}",
            };
            foreach (var part in change.Changes)
                yield return $"    {part}";
            causes.AddRange(causesOf(change).Select(Text));
        }

        yield return changes.Count == 0 ? "The two runs have the same keys throughout." : "Root causes:";
        foreach (var cause in causes.Distinct(StringComparer.Ordinal))
            yield return $"    {cause}";
    }

    private static string Text(Cause cause) => $"{TaskNames.Of(cause.Stage)} {cause.Branch}".TrimEnd() + $": {cause.Change}";
}
