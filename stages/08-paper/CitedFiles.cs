using System.Collections.Immutable;
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
            ["01-raw"] = raw.Folder,
            ["02-geocoded"] = geocoded.Folder,
            ["03-joined"] = joined.Folder,
            ["04-resampled"] = resampled.Folder,
            ["05-folds"] = folds.Folder,
            ["07-metrics"] = measured.Folder,
            ["08-paper"] = own,
        };
        foreach (var model in models.Branches)
            folders[FolderOf(model.Branch.Protocol, model.Branch.Model, model.Branch.Fold)] = model.Folder;
        return new CitedFiles(folders);
    }

    /// <summary>Where the files of a trained network lie, below the run's folder.</summary>
    public static string FolderOf(string protocol, string model, int fold) => FormattableString.Invariant($"06-models/{protocol}/{model}/fold-{fold}");

    /// <summary>The files named, with their digests.</summary>
    /// <exception cref="FileNotFoundException">A stage lacks a file that it should have written.</exception>
    public ImmutableArray<ProvingFile> Of(IEnumerable<string> paths) => [.. paths.Distinct(StringComparer.Ordinal).Select(Digest)];

    private ProvingFile Digest(string path)
    {
        if (digested.TryGetValue(path, out var known))
            return known;
        var slash = path.LastIndexOf('/');
        using var stream = File.OpenRead(Path.Combine(folders[path[..slash]], path[(slash + 1)..]));
        return digested[path] = new ProvingFile(path, Convert.ToHexStringLower(SHA256.HashData(stream)));
    }
}
