using System.Collections.Concurrent;
using System.Collections.Immutable;
using RruffGeo.Artifacts;
using RruffGeo.Build.Arguments;
using RruffGeo.Build.Display;
using RruffGeo.Pipeline;

namespace RruffGeo.Build.Running;

/// <summary>Turns wired stages into the engine's requests; knows the digests of what was made or given before.</summary>
/// <param name="arguments">Device and threads of trainings; stages to run anyway.</param>
internal sealed class StageRequests(PaperArguments arguments)
{
    private static readonly ImmutableSortedDictionary<string, string> nothing = ImmutableSortedDictionary<string, string>.Empty;
    private readonly ConcurrentDictionary<string, Noted> known = new(StringComparer.Ordinal);

    /// <summary>Notes an artifact or given files; <paramref name="digests"/> are null if the artifact is yet to be made.</summary>
    public void Note(string name, string folder, ImmutableSortedDictionary<string, string>? digests) => known[name] = new(folder, digests);

    /// <summary>Notes a stage's artifact.</summary>
    public void Note(StageWiring wiring, string folder, string? digest) =>
        Note(wiring.Name, folder, digest is null ? null : ImmutableSortedDictionary.Create<string, string>(StringComparer.Ordinal).Add("", digest));

    /// <summary>True if <paramref name="read"/>, or branches of it, were noted.</summary>
    public bool Knows(string read) => Matching(read).Any();

    /// <summary>Folder of what was noted under <paramref name="name"/>; empty for a stage whose branches have the folders.</summary>
    public string FolderOf(string name) => known.TryGetValue(name, out var noted) ? noted.Folder : "";

    /// <summary>What <paramref name="wiring"/> waits for: the inputs that are yet to be made.</summary>
    public IReadOnlyList<string> Missing(StageWiring wiring) =>
        [.. wiring.Reads.Where(read => Matching(read).Any(name => known[name].Digests is null))];

    /// <summary>The engine's request; inputs that are yet to be made are left out.</summary>
    public StageRequest Of(StageWiring wiring, string codeDigest, Func<string, string, ITrack> track) => new()
    {
        Stage = wiring.Stage,
        Branch = wiring.Branch,
        SchemaVersion = wiring.SchemaVersion,
        CodeDigest = codeDigest,
        Parameters = wiring.Parameters,
        Inputs = wiring.Reads.SelectMany(Matching).SelectMany(Roles).ToImmutableSortedDictionary(StringComparer.Ordinal),
        Environment = wiring.Stage == "06-models"
            ? NumericEnvironment.ForTraining(arguments.Parameters.Models)
            : NumericEnvironment.Common,
        InputPaths = wiring.Reads.SelectMany(Matching).SelectMany(Places).ToImmutableSortedDictionary(StringComparer.Ordinal),
        Tier = wiring.Tier.ToString(),
        Materialise = wiring.Materialise,
        RunAnyway = IsForced(TaskNames.Of(wiring.Stage)),
        Execute = workspace =>
        {
            using var progress = track(wiring.Stage, wiring.Branch);
            wiring.Run(new StageContext(workspace.Destination, workspace.Scratch, progress, workspace.Cancellation));
        },
    };

    private bool IsForced(string task) =>
        arguments.Force.Contains(task) || arguments.Engine.From is { } first && TaskNames.IndexOf(task) >= TaskNames.IndexOf(first);

    // A folder that a stage made is looked at as a whole; of files that were given, each.
    private IEnumerable<KeyValuePair<string, string>> Places(string name) =>
        from role in known[name].Digests?.Keys ?? []
        let place = role.Length == 0 ? known[name].Folder : PlaceOf(known[name].Folder, role)
        where place.Length > 0
        select KeyValuePair.Create(role.Length == 0 ? name : $"{name}/{role}", place);

    private static string PlaceOf(string given, string role) =>
        File.Exists(given) ? given : File.Exists(Path.Combine(given, role)) ? Path.Combine(given, role) : "";

    private IEnumerable<string> Matching(string read) =>
        known.Keys.Where(name => name == read || name.StartsWith(read + "/", StringComparison.Ordinal)).Order(StringComparer.Ordinal);

    private IEnumerable<KeyValuePair<string, string>> Roles(string name) =>
        (known[name].Digests ?? nothing).Select(pair => KeyValuePair.Create(pair.Key.Length == 0 ? name : $"{name}/{pair.Key}", pair.Value));

    private sealed record Noted(string Folder, ImmutableSortedDictionary<string, string>? Digests);
}
