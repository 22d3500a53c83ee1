using System.Collections.Immutable;
using System.Reflection;
using System.Security.Cryptography;
using RruffGeo.Presentation.Checklists;

namespace RruffGeo.Stages;

/// <summary>The files of a run that cards cite, each digested when it is first cited.</summary>
/// <param name="folders">Where the files of a stage (or of a branch of it) lie, by the path below the run's folder.</param>
internal sealed class CitedFiles(IReadOnlyDictionary<string, string> folders)
{
    private readonly Dictionary<string, ProvingFile> digested = new(StringComparer.Ordinal);

    /// <summary>The files of stages 01–07, and of this stage below <paramref name="own"/>.</summary>
    public static CitedFiles Of(
        RawSpectra raw, GeocodedLocalities geocoded, JoinedSpectra joined, ResampledSpectra resampled, AssignedFolds folds, TrainedModels models, MeasuredModels measured, string own)
    {
        var folders = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["01-raw"] = PlaceOf(raw),
            ["02-geocoded"] = PlaceOf(geocoded),
            ["03-joined"] = PlaceOf(joined),
            ["04-resampled"] = PlaceOf(resampled),
            ["05-folds"] = PlaceOf(folds),
            ["07-metrics"] = PlaceOf(measured),
            ["08-paper"] = own,
        };
        foreach (var model in models.Branches)
            folders[FolderOf(model.Branch.Protocol, model.Branch.Model, model.Branch.Fold)] = PlaceOf(model);
        return new CitedFiles(folders);
    }

    /// <summary>Where the files of a trained network lie, below the run's folder.</summary>
    public static string FolderOf(string protocol, string model, int fold) => FormattableString.Invariant($"06-models/{protocol}/{model}/fold-{fold}");

    /// <summary>The files named, with their digests.</summary>
    /// <exception cref="FileNotFoundException">A stage lacks a file that it should have written.</exception>
    public ImmutableArray<ProvingFile> Of(IEnumerable<string> paths) => [.. paths.Distinct(StringComparer.Ordinal).Select(Digest)];

    // Artifacts do not tell where they lie. A property for it would change the code of every stage that reads them, and so make every training anew: the field is read instead.
    private static string PlaceOf<T>(T artifact)
        where T : class =>
        typeof(T).GetField("<folder>P", BindingFlags.Instance | BindingFlags.NonPublic)?.GetValue(artifact) as string
        ?? throw new InvalidOperationException($"{typeof(T).Name} keeps its folder in no field of the name that the compiler gives a captured parameter 'folder'.");

    private ProvingFile Digest(string path)
    {
        if (digested.TryGetValue(path, out var known))
            return known;
        var slash = path.LastIndexOf('/');
        using var stream = File.OpenRead(Path.Combine(folders[path[..slash]], path[(slash + 1)..]));
        return digested[path] = new ProvingFile(path, Convert.ToHexStringLower(SHA256.HashData(stream)));
    }
}
