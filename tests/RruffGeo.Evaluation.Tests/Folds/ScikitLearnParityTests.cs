using System.Globalization;
using System.Text.Json;
using RruffGeo.Tests;

namespace RruffGeo.Evaluation.Tests;

/// <summary>Folds of random rows beside those of the installed scikit-learn.</summary>
public sealed class ScikitLearnParityTests
{
    [Fact]
    public void Stratified_folds_of_any_labels_are_scikit_learns_shuffled_or_not()
    {
        var random = new Random(11);
        FoldCase[] cases = [.. Enumerable.Range(0, 120).Select(i =>
        {
            var folds = random.Next(2, 11);
            return new FoldCase(Labels(random, random.Next(folds, 1500), random.Next(1, 120), folds), folds, i % 3 == 0 ? null : random.Next(), null);
        })];
        foreach (var (given, expected) in cases.Zip(ByPython(cases)))
            Assert.Equal(expected, given.Seed is { } seed ? StratifiedFolds.Shuffled(given.Classes, given.Folds, (uint)seed) : StratifiedFolds.InOrder(given.Classes, given.Folds));
    }

    [Fact]
    public void Grouped_folds_of_any_labels_are_scikit_learns_unless_it_leaves_a_fold_empty()
    {
        var random = new Random(12);
        FoldCase[] cases = [.. Enumerable.Range(0, 100).Select(_ =>
        {
            var (folds, rows) = (random.Next(2, 7), random.Next(60, 700));
            var groups = random.Next(3 * folds, rows / 2);
            return new FoldCase(
                Labels(random, rows, random.Next(1, 90), folds), folds, null,
                [.. Enumerable.Range(0, rows).Select(_ => $"R{random.Next(groups).ToString(CultureInfo.InvariantCulture)}")]);
        })];
        var repaired = 0;
        foreach (var (given, expected) in cases.Zip(ByPython(cases)))
        {
            var found = GroupedFolds.Assign(given.Classes, given.Groups!, given.Folds);
            repaired += found.Repaired ? 1 : 0;
            if (found.Repaired)
                Assert.True(expected.Distinct().Count() < given.Folds);
            else
                Assert.Equal(expected, found.Folds);
        }

        Assert.InRange(repaired, 0, 20);
    }

    /// <summary>Labels of very unequal frequency, one class with as many rows as folds.</summary>
    private static int[] Labels(Random random, int rows, int classes, int folds) =>
        [.. Enumerable.Range(0, rows).Select(i => i < folds ? 7 : (int)(classes * Math.Pow(random.NextDouble(), 3)))];

    private static int[][] ByPython(FoldCase[] cases)
    {
        var path = Path.GetTempFileName();
        File.WriteAllText(path, JsonSerializer.Serialize(cases, JsonSerializerOptions.Web));
        try
        {
            return JsonSerializer.Deserialize<int[][]>(PythonProgram.Run(["numpy", "sklearn"], "scikit_folds.py", path))!;
        }
        finally
        {
            File.Delete(path);
        }
    }

    private sealed record FoldCase(int[] Classes, int Folds, int? Seed, string[]? Groups);
}
