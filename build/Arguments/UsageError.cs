using Cake.Core;

namespace RruffGeo.Build.Arguments;

/// <summary>The person typed something wrong and nothing has run: exit code 2.</summary>
internal static class UsageError
{
    /// <summary>The exception that names every mistake.</summary>
    /// <param name="mistakes">One sentence or more each, with what to do; at least one.</param>
    public static CakeException Of(IReadOnlyCollection<string> mistakes) => new(2, mistakes.Count == 1
        ? mistakes.First()
        : $"{mistakes.Count} mistakes; nothing has run.{string.Concat(mistakes.Select(mistake => $"\n  - {mistake}"))}");
}
