using System.Collections.Immutable;
using RruffGeo.Artifacts;
using RruffGeo.Build.Arguments;
using RruffGeo.Build.Running;
using RruffGeo.Demo;
using RruffGeo.Pipeline.Scheduling;
using RruffGeo.Stages;

namespace RruffGeo.Build;

/// <content>What stages read that no single stage makes.</content>
public sealed partial class PaperContext
{
    private const string CorpusName = "00-corpus";
    private const string CountriesName = "00-countries";
    private const string FilesName = "00-files";

    /// <summary>The country polygons of stage 03: those of <c>--countries</c>, or the embedded ones.</summary>
    internal Artifact<CountryPolygons> Countries
    {
        get
        {
            var path = Typed.Countries;
            runner.Value.Give(CountriesName, path ?? "", path is null ? Digests([]) : Digests([path]));
            return new Artifact<CountryPolygons>(CountriesName, 1, _ => new CountryPolygons(path, path is null ? "" : runner.Value.DigestOf(path)));
        }
    }

    /// <summary>The branches of stage 06, gathered.</summary>
    internal Artifact<TrainedModels> Models => new("06-models", 1, _ => new TrainedModels(
    [
        .. Branches.Select(branch => TrainedModel.ArtifactOf(branch).Open(runner.Value.FolderOf($"06-models/{FolderOf(branch)}"))),
    ]));

    /// <summary>The fitted classifiers, gathered.</summary>
    internal Artifact<FittedBaselines> Baselines => new("06-baselines", 1, _ => new FittedBaselines(
    [
        .. BaselineBranches.Select(branch => FittedBaseline.ArtifactOf(branch).Open(runner.Value.FolderOf($"06-baselines/{FolderOf(branch)}"))),
    ]));

    /// <summary>The files of all artifacts that stage 08 reads, as they lie below the run; their meaning is in the stage's key already, by the artifacts themselves.</summary>
    internal Artifact<ArtifactFiles> Files
    {
        get
        {
            runner.Value.Give(FilesName, "", Digests([]));
            return new Artifact<ArtifactFiles>(FilesName, 1, _ => new ArtifactFiles(RenderedArtifacts.ToDictionary(name => name, runner.Value.FolderOf)));
        }
    }

    /// <summary>What is fitted beside the networks: every protocol, classifier and fold, in that order.</summary>
    internal IReadOnlyList<ModelBranch> BaselineBranches => [.. BranchChoice.AllOf(Parameters.Folds, Parameters.Baselines.Named())];

    /// <summary>What stage 06 trains: every protocol, model and fold, in that order, or what <c>--branch</c> chooses of them.</summary>
    internal IReadOnlyList<ModelBranch> Branches => Typed.Branches.IsEmpty ? [.. BranchChoice.All(Parameters.Folds)] : Typed.Branches;

    /// <summary>What fitting a classifier needs: it uses one thread.</summary>
    internal static Resources FittingNeed { get; } = new(1, 0, 0);

    /// <summary>What a training needs while it runs: a core for each of its threads, and the device if it trains on one.</summary>
    internal Resources TrainingNeed => new(Math.Max(1, Parameters.Models.Threads), 0, Parameters.Models.Device == "cpu" ? 0 : 1);

    /// <summary>Folder of a branch below its stage.</summary>
    internal static string FolderOf(ModelBranch branch) => FormattableString.Invariant($"{branch.Protocol}/{branch.Model}/fold-{branch.Fold}");

    private IEnumerable<string> RenderedArtifacts =>
    [
        RawSpectra.Artifact.Stage, GeocodedLocalities.Artifact.Stage, JoinedSpectra.Artifact.Stage, ResampledSpectra.Artifact.Stage, AssignedFolds.Artifact.Stage, MeasuredModels.Artifact.Stage,
        .. Branches.Select(branch => $"06-models/{FolderOf(branch)}"),
    ];

    private void MakeCorpus()
    {
        var parameters = Parameters.Demo;
        runner.Value.Make(new StageWiring
        {
            Stage = CorpusName,
            SchemaVersion = 1,
            Function = ((Action<string, DemoParameters, CancellationToken>)DemoCorpus.Write).Method,
            Parameters = ParameterText.Of("Demo", parameters),
            Reads = [],
            Materialise = false,
            Run = context => DemoCorpus.Write(context.Destination, parameters, context.Cancellation),
        });
    }

    private ImmutableSortedDictionary<string, string> Digests(IEnumerable<string> paths) =>
        paths.ToImmutableSortedDictionary(path => Path.GetFileName(path)!, runner.Value.DigestOf, StringComparer.Ordinal);
}
