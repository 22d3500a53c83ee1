using RruffGeo.Artifacts;
using RruffGeo.Evaluation;

namespace RruffGeo.Stages;

/// <summary>The leakage audit of any table: folds, baselines, shares and verdicts by the functions of stages 05 to 07 (SCIENCE section 6).</summary>
public static class AuditFeatureTable
{
    private const string Regression = "logistic-regression";

    /// <summary>Audits a table under every protocol whose units it knows.</summary>
    /// <param name="table">The table; rows keep file order.</param>
    /// <param name="folds">Folds and their seed, and which countries are classes. Its list of protocols is not looked at.</param>
    /// <param name="baselines">How logistic regression is fitted.</param>
    /// <param name="metrics">Draws and seed of the bootstrap.</param>
    /// <param name="progress">Told what is going on.</param>
    /// <param name="cancellation">Checked once per block of rows, fit and draw.</param>
    /// <exception cref="InvalidDataException">The table cannot be divided into folds.</exception>
    public static TableAudit Run(
        FeatureTable table, FoldsParameters folds, BaselinesParameters baselines, MetricsParameters metrics, IProgress<StageProgress> progress, CancellationToken cancellation)
    {
        var task = ClassFilter.Apply(table.Units, folds);
        var notes = new List<string>(AuditNotes.Of(table, task));
        ProtocolTask[] protocols = [.. AssignAll(table, task, folds, notes)];
        var rows = EvaluationRows.OfTable(task.Spectra, task.Classes, protocols, metrics.Seed);
        var features = FeaturesOf(table, task);
        var length = table.FeatureNames.Count;
        var nearest = CosineNeighbours.Find(
            features.SelectMany(row => row).ToArray(), length, [.. protocols.Select(protocol => protocol.Task.Folds)], BaselinePredictions.Neighbours,
            done => progress.Report(new StageProgress("nearest neighbours", done, rows.Spectra.Count, "rows")), cancellation);
        var fitted = baselines.Named().Contains(Regression) ? Fit(protocols, features, baselines, progress, cancellation) : [];
        ModelPredictions[] models =
        [
            .. protocols.SelectMany((protocol, place) => fitted.Where(model => model.Protocol == protocol.Protocol).Concat(BaselinePredictions.OfUnits(rows, protocol, nearest, place))),
        ];

        progress.Report(new StageProgress("drawing specimens", 0, metrics.BootstrapDraws, "draws"));
        var bootstrap = new SpecimenBootstrap(models, rows, [.. rows.Spectra.Select(_ => true)], metrics, cancellation);
        var audit = new AuditTable(rows, models, bootstrap);
        return new TableAudit(
            table, task.Classes, [.. protocols.Select((protocol, place) => audit.Audit(protocol, nearest.First(place)))], [.. protocols.SelectMany(audit.Verdicts)],
            [.. models.Select(model => Accuracy(model, bootstrap))], CopiedRows.Of(task.Spectra, features), notes);
    }

    private static IEnumerable<ProtocolTask> AssignAll(FeatureTable table, ClassFilter task, FoldsParameters folds, List<string> notes)
    {
        yield return Assigned(Protocols.Row, folds.Shuffle
            ? StratifiedFolds.Shuffled(task.Labels, folds.Folds, (uint)folds.Seed)
            : StratifiedFolds.InOrder(task.Labels, folds.Folds));
        yield return Assigned(Protocols.RowUnshuffled, StratifiedFolds.InOrder(task.Labels, folds.Folds));
        foreach (var (protocol, role) in new[]
        {
            (Protocols.Twin, ColumnRoles.Spectrum), (Protocols.Specimen, ColumnRoles.Specimen), (Protocols.Locality, ColumnRoles.Locality), (Protocols.Species, ColumnRoles.Species),
        })
        {
            if (table.Roles.Contains(role) && Grouped(protocol) is { } assigned)
                yield return assigned;
        }

        ProtocolTask Assigned(string protocol, int[] assigned) => new(protocol, new FoldedTask(task.Labels, task.Classes.Count, assigned));

        ProtocolTask? Grouped(string protocol)
        {
            try
            {
                return Assigned(protocol, GroupedFolds.Assign(task.Labels, Protocols.GroupsOf(protocol, task.Spectra), folds.Folds).Folds);
            }
            catch (InvalidDataException fault)
            {
                notes.Add($"Folds by {protocol} are left out: {fault.Message}");
                return null;
            }
        }
    }

    private static float[][] FeaturesOf(FeatureTable table, ClassFilter task)
    {
        var kept = task.Spectra.ToHashSet(ReferenceEqualityComparer.Instance);
        return [.. Enumerable.Range(0, table.Rows).Where(row => kept.Contains(table.Units[row])).Select(row => table.Features[row])];
    }

    private static ModelPredictions[] Fit(
        ProtocolTask[] protocols, float[][] features, BaselinesParameters parameters, IProgress<StageProgress> progress, CancellationToken cancellation)
    {
        var averages = Array.ConvertAll(features, row => BandAverages.Of(row, parameters.RegressionBands));
        (ProtocolTask Protocol, int Fold)[] branches = [.. protocols.SelectMany(protocol => Enumerable.Range(0, protocol.Task.FoldCount).Select(fold => (protocol, fold)))];
        var logits = protocols.ToDictionary(protocol => protocol.Protocol, protocol => new float[]?[features.Length]);
        var done = 0;
        Parallel.ForEach(branches, new ParallelOptions { CancellationToken = cancellation, MaxDegreeOfParallelism = Environment.ProcessorCount }, branch =>
        {
            var task = branch.Protocol.Task;
            int[] training = [.. Enumerable.Range(0, features.Length).Where(row => task.Folds[row] != branch.Fold)];
            int[] heldOut = [.. Enumerable.Range(0, features.Length).Where(row => task.Folds[row] == branch.Fold)];
            var predicted = FittedClassifier.LogisticRegression(
                new FittingTask(Array.ConvertAll(training, row => averages[row]), Array.ConvertAll(training, row => task.Classes[row]), task.ClassCount, Array.ConvertAll(heldOut, row => averages[row])),
                parameters.RegressionPenalty, parameters.RegressionPasses, cancellation);
            for (var i = 0; i < heldOut.Length; i++)
                logits[branch.Protocol.Protocol][heldOut[i]] = predicted[i];
            progress.Report(new StageProgress("logistic regression", Interlocked.Increment(ref done), branches.Length, "fits"));
        });
        return Array.ConvertAll(protocols, protocol => new ModelPredictions(
            protocol.Protocol, Regression, ModelOrigin.Baseline, protocol.Task, HeldOutPredictions.FromLogits(logits[protocol.Protocol], protocol.Task.Classes)));
    }

    private static MetricValue Accuracy(ModelPredictions model, SpecimenBootstrap bootstrap)
    {
        var interval = bootstrap.OfAccuracy(model);
        return new MetricValue
        {
            Protocol = model.Protocol,
            Model = model.Model,
            Fold = "pooled",
            Metric = "accuracy",
            Value = model.Accuracy,
            Low = interval.Low,
            High = interval.High,
            N = model.Hits.Length,
        };
    }
}
