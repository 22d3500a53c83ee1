using RruffGeo.Artifacts;
using RruffGeo.Demo;
using RruffGeo.Stages.Tests.Demo;

namespace RruffGeo.Stages.Tests;

public sealed class DemoAuditTests
{
    [Fact]
    public void The_exported_demo_is_audited_as_stage_07_audits_the_demo_itself()
    {
        using var stages = new DemoStages(new DemoParameters(), 64, new FoldsParameters { Protocols = "row,row-unshuffled,twin,specimen,locality,species" });
        var path = Path.Combine(Path.GetTempPath(), $"rruffgeo-demo-{Guid.NewGuid():N}.csv");
        ExportFeatureTable.Run(stages.Raw, stages.Joined, stages.Resampled, path, TestContext.Current.CancellationToken);
        var table = ReadFeatureTable.Run(path, ColumnRoles.Parse([]), TestContext.Current.CancellationToken);
        File.Delete(path);

        var audit = AuditFeatureTable.Run(
            table, new FoldsParameters(), new BaselinesParameters { Models = "" }, new MetricsParameters { BootstrapDraws = 200 }, new Progress<StageProgress>(),
            TestContext.Current.CancellationToken);
        var measured = stages.Measure();

        Assert.True(table.Simulated);
        Assert.Equal(stages.Resampled.Spectra.Count, table.Rows);
        Assert.Equal(measured.Audit, audit.Audit);
        string[] models = ["majority", "species-prior", "cosine-1nn", "cosine-5nn"];
        Assert.Equal(
            measured.Metrics.Where(row => row is { Metric: "accuracy", Fold: "pooled" } && models.Contains(row.Model)), audit.Accuracies);
        Assert.Equal(measured.Verdicts.Where(row => models.Contains(row.Model)), audit.Verdicts);
        Assert.Contains("SIMULATED DATA", audit.Lines().First(), StringComparison.Ordinal);
        Assert.All(audit.Lines().Where(line => line.Contains("Leakage audit:", StringComparison.Ordinal)), line => Assert.StartsWith("SIMULATED DATA", line, StringComparison.Ordinal));
    }
}
