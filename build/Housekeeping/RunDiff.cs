using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;
using Cake.Core;
using RruffGeo.Build.Arguments;
using RruffGeo.Build.Tables;
using RruffGeo.Pipeline;
using RruffGeo.Presentation;
using RruffGeo.Stages;

namespace RruffGeo.Build.Housekeeping;

/// <summary>What differs between two runs; as JSON it is what a page about them would show.</summary>
/// <param name="First">Name of the run compared with.</param>
/// <param name="Second">Name of this run.</param>
/// <param name="Parameters">Parameters that differ, by name.</param>
/// <param name="OtherParts">Code, environment and inputs from outside that differ, as lines.</param>
/// <param name="Metrics">Rows of <c>metrics.parquet</c> that differ.</param>
/// <param name="Tables">Every table that differs.</param>
/// <param name="Claims">Checks of the claim ledger whose verdict differs.</param>
internal sealed record RunDiff(
    string First, string Second, ImmutableArray<ParameterChange> Parameters, ImmutableArray<string> OtherParts,
    ImmutableArray<MetricChange> Metrics, ImmutableArray<TableDifference> Tables, ImmutableArray<ClaimChange> Claims)
{
    private static readonly JsonSerializerOptions readable = new() { WriteIndented = true, NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals };

    /// <summary>Compares the run of <paramref name="arguments"/> with that of <c>--against</c>, prints the outcome, and writes it into the run's folder as JSON and as a page.</summary>
    /// <exception cref="CakeException">One of the runs does not exist.</exception>
    public static void Print(PaperArguments arguments, TextWriter output)
    {
        var (first, second) = (Path.Combine(arguments.Outputs, arguments.Engine.Against!), arguments.RunFolder);
        foreach (var run in (string[])[first, second])
            if (!File.Exists(Path.Combine(run, "paper.lock")))
                throw new CakeException($"{run} is no run: it has no paper.lock. Name runs below {arguments.Outputs} with --run and --against.");
        using var engine = new PipelineEngine(PipelineStore.Open(arguments.Store), second, new PrintedWarnings(output));
        var diff = Of(first, second, engine);
        foreach (var line in RunDiffText.Lines(diff))
            output.WriteLine(line);
        var file = Path.Combine(second, $"diff-{arguments.Engine.Against}.json");
        File.WriteAllText(file, JsonSerializer.Serialize(diff, readable));
        output.WriteLine($"\nAs JSON    {file}");
        var page = Path.ChangeExtension(file, ".html");
        File.WriteAllText(page, RunDiffPage.Of(diff, Simulated(first) || Simulated(second) ? DataOrigin.Simulated : DataOrigin.Measured));
        output.WriteLine($"As a page  {page}");
    }

    private static bool Simulated(string run) =>
        File.Exists(Path.Combine(run, RawSpectra.Artifact.Stage, "archives.parquet")) && RawSpectra.Artifact.Open(Path.Combine(run, RawSpectra.Artifact.Stage)).Archives.Any(archive => archive.Simulated);

    private static RunDiff Of(string first, string second, PipelineEngine engine)
    {
        var changes = engine.ChangesSince(first);
        var parts = changes.SelectMany(change => engine.CausesOf(change.Stage, change.Branch, change.Changes)).Distinct().ToList();
        var tables = changes.Where(change => change.Artifact == ArtifactAgreement.Different)
            .SelectMany(change => TablesOf(first, second, $"{change.Stage}/{change.Branch}".TrimEnd('/'))).ToImmutableArray();
        return new RunDiff(
            Path.GetFileName(first), Path.GetFileName(second),
            [
                .. from cause in parts
                   where cause.Change.Part.StartsWith("parameter.", StringComparison.Ordinal)
                   group cause by cause.Change.Part into same
                   orderby same.Key
                   select new ParameterChange(same.Key["parameter.".Length..], same.First().Change.Before, same.First().Change.After),
            ],
            [.. parts.Where(cause => !cause.Change.Part.StartsWith("parameter.", StringComparison.Ordinal)).Select(cause => cause.ToString()).Distinct()],
            MetricChange.Between(first, second), tables, ClaimChange.Between(first, second));
    }

    private static IEnumerable<TableDifference> TablesOf(string first, string second, string stage)
    {
        var names = ((string[])[first, second]).Select(run => Path.Combine(run, stage)).Where(Directory.Exists)
            .SelectMany(folder => Directory.EnumerateFiles(folder, "*.parquet").Select(Path.GetFileName)).OfType<string>();
        foreach (var name in names.Distinct().Order(StringComparer.Ordinal))
        {
            var (before, after) = (Path.Combine(first, stage, name), Path.Combine(second, stage, name));
            if (!File.Exists(before) || !File.Exists(after))
                yield return TableDifference.OneSided($"{stage}/{name}", File.Exists(before) ? before : null, File.Exists(after) ? after : null);
            else if (TableDigest.Of(before) != TableDigest.Of(after))
                yield return TableDifference.Between(before, after) with { Path = $"{stage}/{name}" };
        }
    }
}

/// <summary>A parameter that differs.</summary>
/// <param name="Name">Its dotted name.</param>
/// <param name="Before">Old value; null if there was none.</param>
/// <param name="After">New value; null if there is none.</param>
internal sealed record ParameterChange(string Name, string? Before, string? After);
