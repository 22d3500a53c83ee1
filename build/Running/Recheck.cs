using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Globalization;
using Cake.Core;
using RruffGeo.Artifacts;
using RruffGeo.Build.Tables;
using RruffGeo.Pipeline;

namespace RruffGeo.Build.Running;

/// <summary>Draws stage runs to repeat, and judges what came of it by what each artifact promises.</summary>
/// <param name="share">Share of the stage runs to draw, 0 … 1.</param>
internal sealed class Recheck(double share)
{
    private const int DigitsRead = 8;
    private readonly ConcurrentQueue<(StageWiring Wiring, IReadOnlyList<string> Faults)> repeated = [];

    /// <summary>True for the keys that are drawn: which those are follows from the keys alone.</summary>
    public bool Draws(string key) =>
        uint.Parse(key.AsSpan(0, DigitsRead), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture) < share * (1.0 + uint.MaxValue);

    /// <summary>The files that differ by more than <paramref name="tier"/> allows, each with what differs.</summary>
    public static IReadOnlyList<string> Compare(Recomputation recomputation, Tier tier) =>
        [.. from file in recomputation.Files
            let fault = FaultOf(file, tier)
            where fault.Length > 0
            select $"{file.Path}: {fault}"];

    /// <summary>Takes what came of a repetition; null if there was nothing to compare with.</summary>
    public void Note(StageWiring wiring, IReadOnlyList<string>? faults) => repeated.Enqueue((wiring, faults ?? ["the store has nothing to compare with"]));

    /// <summary>What came of all of them.</summary>
    /// <exception cref="CakeException">One differed by more than it may.</exception>
    public IEnumerable<string> Lines()
    {
        var outcomes = repeated.OrderBy(outcome => outcome.Wiring.Name, StringComparer.Ordinal).ToImmutableArray();
        if (outcomes.IsEmpty)
            return ["", "No stage was drawn to be repeated: raise --sample."];
        var faults = outcomes.SelectMany(outcome => outcome.Faults.Select(fault => $"{outcome.Wiring.Name}/{fault}")).ToList();
        return faults.Count == 0
            ? ["", $"{outcomes.Length} stage runs repeated, all as kept: {string.Join(", ", outcomes.Select(outcome => $"{outcome.Wiring.Name} ({outcome.Wiring.Tier})"))}."]
            : throw new CakeException(
                $"{faults.Count} files are not what a second run gives:\n{string.Join('\n', faults)}\nSomething in those stages depends on more than inputs, parameters and environment, or a change that was accepted as cosmetic was none.");
    }

    private static string FaultOf(RecomputedFile file, Tier tier)
    {
        if (file.Recorded is null || file.Recomputed is null)
            return file.Recorded is null ? "was not there before" : "was not made again";
        if (file.Agreement == FileAgreement.Bytes || file.Agreement == FileAgreement.Meaning && tier != Tier.Bitwise)
            return "";
        if (!file.Path.EndsWith(".parquet", StringComparison.Ordinal))
            return "has other bytes";
        var difference = TableDifference.Between(file.Recorded, file.Recomputed);
        return tier.Relative > 0 && difference.AgreesWithin(tier.Relative) ? "" : difference.ToString();
    }
}
