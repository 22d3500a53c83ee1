using System.Collections.Immutable;
using System.Globalization;
using RruffGeo.Stages;

namespace RruffGeo.Build.Arguments;

/// <summary>Which networks of stage 06 are trained: all, or those of <c>--branch=row/0,specimen/0</c>.</summary>
internal static class BranchChoice
{
    /// <summary>All networks of <paramref name="folds"/>: every protocol, model and fold, in that order.</summary>
    public static IEnumerable<ModelBranch> All(FoldsParameters folds) => AllOf(folds, ["convnext1d"]);

    /// <summary>The same of any models.</summary>
    public static IEnumerable<ModelBranch> AllOf(FoldsParameters folds, IReadOnlyList<string> models) =>
        from protocol in folds.Protocols.Split(',').Distinct()
        from model in models
        from fold in Enumerable.Range(0, Math.Max(0, folds.Folds))
        select new ModelBranch(protocol, model, fold);

    /// <summary>The networks typed, in the order of <see cref="All"/>; empty if all are meant. No part of any stage's key.</summary>
    public static ImmutableArray<ModelBranch> Of(TypedArguments arguments, FoldsParameters folds)
    {
        var names = All(folds).ToDictionary(NameOf, StringComparer.OrdinalIgnoreCase);
        var typed = arguments.All("branch").SelectMany(text => text.Split(',', StringSplitOptions.TrimEntries)).ToList();
        foreach (var name in typed.Where(name => !names.ContainsKey(name)))
            arguments.Mistakes.Add(
                $"--branch: there is no network '{name}'.{(names.Count > 0 ? NearestName.Hint(name, [.. names.Keys]) : "")} Write protocol/fold, such as row/0; protocols: {folds.Protocols}, folds: 0 to {folds.Folds - 1}.");
        return [.. names.Where(entry => typed.Contains(entry.Key, StringComparer.OrdinalIgnoreCase)).Select(entry => entry.Value)];
    }

    private static string NameOf(ModelBranch branch) => string.Create(CultureInfo.InvariantCulture, $"{branch.Protocol}/{branch.Fold}");
}
