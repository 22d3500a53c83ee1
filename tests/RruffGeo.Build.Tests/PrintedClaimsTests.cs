namespace RruffGeo.Build.Tests;

public sealed class PrintedClaimsTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("rruffgeo-claims-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void The_target_Claims_prints_and_writes_the_ledger_of_the_paper_alone()
    {
        var run = HostRun.Of("--target=Claims", $"--outputs={folder}");

        Assert.Equal(0, run.ExitCode);
        Assert.Contains("contradicted by the paper's own numbers", run.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("SIMULATED", run.Output, StringComparison.Ordinal);
        Assert.All(run.Output.Split('\n').Where(line => !line.StartsWith("Written", StringComparison.Ordinal)), line => Assert.True(line.Length <= 100, line));
        Assert.Equal(["claims.csv", "claims.md"], Directory.GetFiles(Path.Combine(folder, "claims")).Select(Path.GetFileName).Order(StringComparer.Ordinal));
        var csv = File.ReadAllText(Path.Combine(folder, "claims", "claims.csv"));
        Assert.StartsWith("id,section,claim,printed,how,recomputed,verdict,basis,artifact,row,evidence,data_origin\nC02,§3,", csv, StringComparison.Ordinal);
        Assert.EndsWith(",the paper's printed numbers\n", csv, StringComparison.Ordinal);
    }
}
