using System.Reflection;
using Cake.Frosting;

namespace RruffGeo.Build;

/// <summary>The names that <c>--target</c> knows.</summary>
internal static class TaskNames
{
    /// <summary>The stages' targets, in paper order.</summary>
    public static IReadOnlyList<string> Stages { get; } = ["Raw", "Geocoded", "Joined", "Resampled", "Folds", "Models", "Baselines", "Metrics", "Paper"];

    /// <summary>All targets.</summary>
    public static IReadOnlyList<string> All { get; } =
    [
        .. typeof(TaskNames).Assembly.GetExportedTypes()
            .Select(type => type.GetCustomAttribute<TaskNameAttribute>()?.Name).OfType<string>().Order(StringComparer.Ordinal),
    ];

    /// <summary>Place of a stage's target in paper order; −1 for what comes before all of them, such as the demo corpus.</summary>
    public static int IndexOf(string task) => Stages.ToList().IndexOf(task);

    /// <summary>The task that makes the artifact of a stage's folder.</summary>
    public static Type TaskOf(string stage) => typeof(TaskNames).Assembly.GetExportedTypes()
        .Single(type => type.GetCustomAttribute<TaskNameAttribute>()?.Name == Of(stage));

    /// <summary>The target of a stage's folder: <c>02-geocoded</c> → <c>Geocoded</c>.</summary>
    public static string Of(string stage) => char.ToUpperInvariant(stage[3]) + stage[4..];
}
