using System.Collections.Immutable;
using System.Globalization;

namespace RruffGeo.Stages;

/// <summary>The artifacts of a run that a prediction needs.</summary>
/// <param name="Name">Name of the run.</param>
/// <param name="Raw">Stage 01.</param>
/// <param name="Joined">Stage 03.</param>
/// <param name="Resampled">Stage 04.</param>
/// <param name="Folds">Stage 05.</param>
/// <param name="Models">The networks of one protocol, one a fold.</param>
/// <param name="Measured">Stage 07; null if it was not run.</param>
public sealed record TrainedRun(
    string Name, RawSpectra Raw, JoinedSpectra Joined, ResampledSpectra Resampled, AssignedFolds Folds, ImmutableArray<TrainedModel> Models,
    MeasuredModels? Measured)
{
    private const string Preferred = "specimen";

    /// <summary>Folds by which the networks were trained.</summary>
    public string Protocol => Models[0].Branch.Protocol;

    /// <summary>True if the folds keep the spectra of a specimen together, so that what is held out is new to the networks as another stone is.</summary>
    public bool KeepsSpecimensApart => Protocol is Protocols.Specimen or Protocols.Locality or Protocols.Species;

    /// <summary>The networks with what stage 07 measured of their folds.</summary>
    internal FoldNetwork[] Networks(int classes)
    {
        var calibrations = Measured?.FoldCalibration ?? [];
        return [.. Models.Select(model => new FoldNetwork(
            model, calibrations.FirstOrDefault(row => row.Protocol == model.Branch.Protocol && row.Model == model.Branch.Model && row.Fold == model.Branch.Fold), classes))];
    }

    /// <summary>Opens the run in <paramref name="folder"/>.</summary>
    /// <param name="folder">The run's folder below <c>outputs</c>.</param>
    /// <param name="protocol">Folds of the networks that are wanted; null for specimen, else the first that is trained.</param>
    /// <exception cref="InvalidDataException">There is no such run, or it has no trained networks of that protocol.</exception>
    public static TrainedRun Open(string folder, string? protocol)
    {
        var name = Path.GetFileName(folder);
        if (!Directory.Exists(folder))
            throw new InvalidDataException($"There is no run '{name}'; {Known(Path.GetDirectoryName(folder)!)}. Make it with --target=Metrics --run={name}, or name another with --run=NAME.");

        var stage = Path.Combine(folder, "06-models");
        var trained = !Directory.Exists(stage) ? [] : Directory.GetDirectories(stage).Where(HasNetwork).Select(path => Path.GetFileName(path)!).Order(StringComparer.Ordinal).ToList();
        if (trained.Count == 0)
            throw new InvalidDataException($"Run '{name}' has no trained network yet. Run --target=Metrics --run={name} first.");
        var chosen = protocol ?? (trained.Contains(Preferred) ? Preferred : trained[0]);
        if (!trained.Contains(chosen))
            throw new InvalidDataException($"Run '{name}' has no networks of folds by {chosen}; it has them by {string.Join(", ", trained)}. Choose one of these with --protocol=….");

        string At(string part) => Directory.Exists(Path.Combine(folder, part))
            ? Path.Combine(folder, part)
            : throw new InvalidDataException($"Run '{name}' has networks but no folder {part}. Run --target=Metrics --run={name} again.");
        var folds = new AssignedFolds(At("05-folds"));
        return new TrainedRun(
            name, new RawSpectra(At("01-raw")), new JoinedSpectra(At("03-joined")), new ResampledSpectra(At("04-resampled")), folds,
            NetworksIn(name, Path.Combine(stage, chosen, "convnext1d"), chosen, folds),
            Directory.Exists(Path.Combine(folder, "07-metrics")) ? new MeasuredModels(Path.Combine(folder, "07-metrics")) : null);
    }

    private static bool HasNetwork(string protocol) =>
        Directory.Exists(Path.Combine(protocol, "convnext1d")) && Directory.EnumerateFiles(protocol, "models.parquet", SearchOption.AllDirectories).Any();

    private static ImmutableArray<TrainedModel> NetworksIn(string run, string folder, string protocol, AssignedFolds folds)
    {
        int[] wanted = [.. folds.Assignments.Where(row => row.Protocol == protocol).Select(row => row.Fold).Distinct().Order()];
        var found = wanted.Select(fold => (Fold: fold, Path: Path.Combine(folder, $"fold-{fold.ToString(CultureInfo.InvariantCulture)}")))
            .Where(branch => File.Exists(Path.Combine(branch.Path, "models.parquet"))).ToList();
        return wanted.Length > 0 && found.Count == wanted.Length
            ? [.. found.Select(branch => new TrainedModel(new ModelBranch(protocol, "convnext1d", branch.Fold), branch.Path))]
            : throw new InvalidDataException(
                $"Run '{run}' has {found.Count} of {wanted.Length} networks of folds by {protocol}. Run --target=Metrics --run={run} to train the rest.");
    }

    private static string Known(string outputs)
    {
        string[] runs = !Directory.Exists(outputs) ? [] : [.. Directory.GetDirectories(outputs)
            .Where(path => Directory.Exists(Path.Combine(path, "06-models"))).Select(path => Path.GetFileName(path)!).Order(StringComparer.Ordinal)];
        return runs.Length == 0 ? "no run has trained networks yet" : $"runs with networks: {string.Join(", ", runs)}";
    }
}
