using Cake.Frosting;
using RruffGeo.Stages;

namespace RruffGeo.Build;

/// <summary>Archives → spectra.</summary>
[TaskName("Raw"), TaskDescription("§2  RRUFF's archives → spectra with their headers")]
public sealed class RawTask : FrostingTask<PaperContext>
{
    /// <inheritdoc/>
    public override void Run(PaperContext paper) => paper.Produce(
        RawSpectra.Artifact, ReadSpectra.Run, paper.Archives, paper.Parameters.Raw);
}

/// <summary>Locality texts → coordinates.</summary>
[TaskName("Geocoded"), TaskDescription("§2, A.1  locality texts → coordinates")]
[IsDependentOn(typeof(RawTask))]
public sealed class GeocodedTask : FrostingTask<PaperContext>
{
    /// <inheritdoc/>
    public override void Run(PaperContext paper) => paper.Produce(
        GeocodedLocalities.Artifact, GeocodeLocalities.Run, RawSpectra.Artifact, paper.Answers, paper.Parameters.Geocoded);
}

/// <summary>Coordinates → countries.</summary>
[TaskName("Joined"), TaskDescription("§2, §3, A.2, A.3  coordinates → countries; Tables 1–3")]
[IsDependentOn(typeof(GeocodedTask))]
public sealed class JoinedTask : FrostingTask<PaperContext>
{
    /// <inheritdoc/>
    public override void Run(PaperContext paper) => paper.Produce(
        JoinedSpectra.Artifact, JoinCountries.Run,
        RawSpectra.Artifact, GeocodedLocalities.Artifact, paper.Countries, paper.Parameters.Joined);
}

/// <summary>Spectra → the common grid.</summary>
[TaskName("Resampled"), TaskDescription("§4.1, A.4  spectra → one grid of wavenumbers")]
[IsDependentOn(typeof(JoinedTask))]
public sealed class ResampledTask : FrostingTask<PaperContext>
{
    /// <inheritdoc/>
    public override void Run(PaperContext paper) => paper.Produce(
        ResampledSpectra.Artifact, ResampleSpectra.Run, RawSpectra.Artifact, JoinedSpectra.Artifact, paper.Parameters.Resampled);
}

/// <summary>Spectra → folds.</summary>
[TaskName("Folds"), TaskDescription("§4.3, B.1  spectra → folds, by row and by specimen")]
[IsDependentOn(typeof(ResampledTask))]
public sealed class FoldsTask : FrostingTask<PaperContext>
{
    /// <inheritdoc/>
    public override void Run(PaperContext paper) => paper.Produce(
        AssignedFolds.Artifact, AssignFolds.Run, JoinedSpectra.Artifact, ResampledSpectra.Artifact, paper.Parameters.Folds);
}

/// <summary>Folds → trained networks.</summary>
[TaskName("Models"), TaskDescription("§4.2, §4.3, B.2, B.3  ConvNeXt1D, one training a protocol and fold")]
[IsDependentOn(typeof(FoldsTask))]
public sealed class ModelsTask : FrostingTask<PaperContext>
{
    /// <inheritdoc/>
    public override void Run(PaperContext paper) => paper.ProduceBranches(
        TrainedModel.ArtifactOf, TrainModel.Run, ResampledSpectra.Artifact, AssignedFolds.Artifact, paper.Parameters.Models,
        paper.Branches, PaperContext.FolderOf, paper.TrainingNeed);
}

/// <summary>Folds → fitted classifiers to compare with.</summary>
[TaskName("Baselines"), TaskDescription("ours  logistic regression and boosted trees on the same folds")]
[IsDependentOn(typeof(FoldsTask))]
public sealed class BaselinesTask : FrostingTask<PaperContext>
{
    /// <inheritdoc/>
    public override void Run(PaperContext paper) => paper.ProduceBranches(
        FittedBaseline.ArtifactOf, FitBaseline.Run, ResampledSpectra.Artifact, AssignedFolds.Artifact, paper.Parameters.Baselines,
        paper.BaselineBranches, PaperContext.FolderOf, PaperContext.FittingNeed);
}

/// <summary>Predictions → metrics.</summary>
[TaskName("Metrics"), TaskDescription("§5  predictions → accuracy, per-country scores, leakage audit")]
[IsDependentOn(typeof(ModelsTask)), IsDependentOn(typeof(BaselinesTask))]
public sealed class MetricsTask : FrostingTask<PaperContext>
{
    /// <inheritdoc/>
    public override void Run(PaperContext paper) => paper.Produce(
        MeasuredModels.Artifact, MeasureModels.Run,
        RawSpectra.Artifact, JoinedSpectra.Artifact, ResampledSpectra.Artifact, AssignedFolds.Artifact, paper.Models, paper.Baselines,
        paper.Parameters.Metrics);
}

/// <summary>All artifacts → the paper.</summary>
[TaskName("Paper"), TaskDescription("§1–§5  tables, figures, claim ledger, report")]
[IsDependentOn(typeof(MetricsTask))]
public sealed class PaperTask : FrostingTask<PaperContext>
{
    /// <inheritdoc/>
    public override void Run(PaperContext paper) => paper.Produce(
        PaperFiles.Artifact, WritePaper.Run,
        RawSpectra.Artifact, GeocodedLocalities.Artifact, JoinedSpectra.Artifact, ResampledSpectra.Artifact, AssignedFolds.Artifact,
        paper.Models, MeasuredModels.Artifact, paper.Files, paper.Parameters.Paper);
}

/// <summary>What runs when no target is named.</summary>
[TaskName("Default"), TaskDescription("the whole paper")]
[IsDependentOn(typeof(PaperTask))]
public sealed class DefaultTask : FrostingTask<PaperContext>;
