using Microsoft.ML;
using Microsoft.ML.Data;
using Microsoft.ML.Trainers;
using Microsoft.ML.Trainers.LightGbm;

namespace RruffGeo.Evaluation;

/// <summary>Classifiers of ML.NET, fitted by one thread from one seed, so that equal rows give equal predictions (SCIENCE section 7).</summary>
public static class FittedClassifier
{
    private const int Seed = 1;
    private const float LeastProbability = 1e-30f;

    /// <summary>Multinomial logistic regression by L-BFGS with an L2 penalty.</summary>
    /// <param name="task">What to fit on, and what to predict.</param>
    /// <param name="penalty">Weight of the L2 penalty, ≥ 0.</param>
    /// <param name="iterations">Most passes over the training rows.</param>
    /// <param name="cancellation">Checked while the training rows are read; what the library does between readings is not interrupted.</param>
    /// <returns>Log-probabilities of each row to predict, one per class.</returns>
    public static float[][] LogisticRegression(FittingTask task, double penalty, int iterations, CancellationToken cancellation) => Fit(
        task, catalog => catalog.LbfgsMaximumEntropy(new LbfgsMaximumEntropyMulticlassTrainer.Options
        {
            LabelColumnName = nameof(FeatureRow.Class),
            FeatureColumnName = nameof(FeatureRow.Features),
            L1Regularization = 0,
            L2Regularization = (float)penalty,
            MaximumNumberOfIterations = iterations,
            NumberOfThreads = 1,
        }), cancellation);

    /// <summary>Gradient-boosted trees (LightGBM), one tree per class and round.</summary>
    /// <param name="task">What to fit on, and what to predict.</param>
    /// <param name="rounds">Rounds of boosting.</param>
    /// <param name="leaves">Most leaves of a tree, ≥ 2.</param>
    /// <param name="cancellation">Checked while the training rows are read; what the library does between readings is not interrupted.</param>
    /// <returns>Log-probabilities of each row to predict, one per class.</returns>
    public static float[][] BoostedTrees(FittingTask task, int rounds, int leaves, CancellationToken cancellation) => Fit(
        task, catalog => catalog.LightGbm(new LightGbmMulticlassTrainer.Options
        {
            LabelColumnName = nameof(FeatureRow.Class),
            FeatureColumnName = nameof(FeatureRow.Features),
            NumberOfIterations = rounds,
            NumberOfLeaves = leaves,
            LearningRate = 0.1,
            MinimumExampleCountPerLeaf = 5,
            MaximumBinCountPerFeature = 63,
            NumberOfThreads = 1,
            Seed = Seed,
            Silent = true,
        }), cancellation);

    private static float[][] Fit<TModel>(
        FittingTask task, Func<MulticlassClassificationCatalog.MulticlassClassificationTrainers, IEstimator<TModel>> trainer, CancellationToken cancellation)
        where TModel : class, ITransformer
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(task.Classes.Length, task.Training.Length, nameof(task));
        cancellation.ThrowIfCancellationRequested();
        if (task.HeldOut.Length == 0)
            return [];
        var context = new MLContext(Seed);
        var schema = SchemaOf(task);
        var training = context.Data.LoadFromEnumerable(task.Training.Select((features, row) =>
        {
            cancellation.ThrowIfCancellationRequested();
            return new FeatureRow { Features = features, Class = (uint)task.Classes[row] };
        }), schema);
        var model = trainer(context.MulticlassClassification.Trainers).Fit(training);
        var heldOut = context.Data.LoadFromEnumerable(task.HeldOut.Select(features => new FeatureRow { Features = features }), schema);
        return [.. model.Transform(heldOut).GetColumn<float[]>("Score").Select(scores => Logarithms(scores, task.ClassCount))];
    }

    /// <summary>The length of the features and the number of classes, which the rows themselves do not say.</summary>
    private static SchemaDefinition SchemaOf(FittingTask task)
    {
        var schema = SchemaDefinition.Create(typeof(FeatureRow));
        schema[nameof(FeatureRow.Features)].ColumnType = new VectorDataViewType(NumberDataViewType.Single, task.Training[0].Length);
        schema[nameof(FeatureRow.Class)].ColumnType = new KeyDataViewType(typeof(uint), task.ClassCount);
        return schema;
    }

    private static float[] Logarithms(float[] scores, int classes) => scores.Length == classes
        ? Array.ConvertAll(scores, probability => MathF.Log(MathF.Max(probability, LeastProbability)))
        : throw new InvalidDataException($"The fitted classifier gave {scores.Length} probabilities, expected {classes}.");
}
