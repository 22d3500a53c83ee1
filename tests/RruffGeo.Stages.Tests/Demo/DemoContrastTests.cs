using RruffGeo.Demo;

namespace RruffGeo.Stages.Tests.Demo;

public sealed class DemoContrastTests(ITestOutputHelper output)
{
    private const int Points = 128;

    [Fact]
    public void The_audit_finds_the_leak_of_the_demo_corpus()
    {
        using var stages = new DemoStages(new DemoParameters(), Points, new FoldsParameters());
        var measured = stages.Measure();
        var (row, specimen) = (Neighbour(measured, "row"), Neighbour(measured, "specimen"));
        output.WriteLine($"row {row:P1}, specimen {specimen:P1}, majority {stages.Majority:P1}");
        Assert.True(row - specimen > 0.2, $"row {row:P1}, specimen {specimen:P1}");
        Assert.True(specimen - stages.Majority > 0.05, $"specimen {specimen:P1}, majority {stages.Majority:P1}");

        var audit = measured.Audit.ToDictionary(a => a.Protocol);
        Assert.True(audit["row"].SiblingInTrainPercent > 85, $"{audit["row"].SiblingInTrainPercent} %");
        Assert.True(audit["row"].TwinInTrainPercent > 70, $"{audit["row"].TwinInTrainPercent} %");
        Assert.Equal((0.0, 0.0, 0.0), (audit["specimen"].SiblingInTrainPercent, audit["specimen"].TwinInTrainPercent, audit["specimen"].NearestSameSpecimenPercent));
        Assert.Equal(("leaks", "clean"), (audit["row"].Verdict, audit["specimen"].Verdict));
    }

    [Fact]
    public void The_audit_raises_no_alarm_where_every_specimen_has_one_file()
    {
        using var stages = new DemoStages(DemoParameters.WithoutLeak, Points, new FoldsParameters());
        var measured = stages.Measure();
        Assert.InRange(Neighbour(measured, "row") - Neighbour(measured, "specimen"), -0.06, 0.06);
        Assert.All(measured.Audit, audit => Assert.Equal((0.0, "clean"), (audit.SiblingInTrainPercent, audit.Verdict)));
    }

    [Fact]
    public void The_audit_sees_shared_units_without_effect_where_specimens_have_no_fingerprint()
    {
        using var stages = new DemoStages(DemoParameters.WithoutLeak with { Scans = 2 }, Points, new FoldsParameters());
        var measured = stages.Measure();
        Assert.InRange(Neighbour(measured, "row") - Neighbour(measured, "specimen"), -0.06, 0.06);
        var audit = measured.Audit.Single(a => a.Protocol == "row");
        Assert.True(audit.SiblingInTrainPercent > 40, $"{audit.SiblingInTrainPercent} %");
        Assert.Equal("shares units, no effect seen", audit.Verdict);
    }

    [Fact]
    public void The_network_knows_the_country_when_rows_are_split_and_guesses_when_specimens_are()
    {
        using var stages = new DemoStages(new DemoParameters(), Points, new FoldsParameters());
        var parameters = new ModelsParameters { LayerScale = 0.1, Batch = 32, Epochs = 12, Threads = 1 };
        var scores = new double[2];
        Parallel.For(0, 2, i => scores[i] = Accuracy(stages.Train(parameters, new ModelBranch(i == 0 ? "row" : "specimen", "convnext1d", 0))));
        output.WriteLine($"row {scores[0]:P1}, specimen {scores[1]:P1}, majority {stages.Majority:P1}");
        Assert.True(scores[0] > 0.6, $"row {scores[0]:P1}");
        Assert.True(scores[0] - scores[1] > 0.15, $"row {scores[0]:P1}, specimen {scores[1]:P1}");
        Assert.True(scores[1] > stages.Majority, $"specimen {scores[1]:P1}, majority {stages.Majority:P1}");
    }

    private static double Neighbour(MeasuredModels measured, string protocol) => measured.Metrics
        .Single(m => m.Protocol == protocol && m.Model == "cosine-1nn" && m.Metric == "accuracy" && m.Fold == "pooled").Value;

    private static double Accuracy(TrainedModel model) =>
        model.Predictions.Average(p => Array.IndexOf(p.Logits, p.Logits.Max()) == p.Class ? 1.0 : 0);
}
