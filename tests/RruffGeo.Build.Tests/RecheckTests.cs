using RruffGeo.Artifacts;
using RruffGeo.Build.Running;
using RruffGeo.Pipeline;

namespace RruffGeo.Build.Tests;

public sealed class RecheckTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("recheck-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Theory]
    [InlineData(FileAgreement.Bytes, 1.0, "", "", "")]
    [InlineData(FileAgreement.Meaning, 1.0, "the order of rows or the metadata differ", "", "")]
    [InlineData(FileAgreement.None, 1.0004, "value: 1 cells, by at most 0.0004", "value: 1 cells, by at most 0.0004", "")]
    [InlineData(FileAgreement.None, 1.1, "value: 1 cells, by at most 0.1", "value: 1 cells, by at most 0.1", "value: 1 cells, by at most 0.1")]
    public void A_table_is_judged_by_the_tier_of_its_artifact(FileAgreement agreement, double value, string bitwise, string logical, string tolerance)
    {
        var file = new RecomputedFile("metrics.parquet", agreement, Table("a", 1), Table("b", value));
        Assert.Equal([bitwise, logical, tolerance], ((Tier[])[Tier.Bitwise, Tier.Logical, Tier.Tolerance(1e-3)]).Select(tier =>
            Recheck.Compare(new([file]), tier).SingleOrDefault("").Replace("metrics.parquet: ", "", StringComparison.Ordinal)));
    }

    [Fact]
    public void Files_that_are_no_tables_must_have_equal_bytes() => Assert.Equal(
        ["report.html: has other bytes", "new.svg: was not there before", "old.svg: was not made again"],
        Recheck.Compare(
            new([new("report.html", FileAgreement.None, "a", "b"), new("new.svg", FileAgreement.None, null, "b"), new("old.svg", FileAgreement.None, "a", null)]),
            Tier.Tolerance(1)));

    [Fact]
    public void The_share_drawn_follows_from_the_keys()
    {
        var keys = Enumerable.Range(0, 1000).Select(i => Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(BitConverter.GetBytes(i)))).ToList();
        Assert.InRange(keys.Count(new Recheck(0.25).Draws), 200, 300);
        Assert.All(keys, key => Assert.True(new Recheck(1).Draws(key)));
        Assert.All(keys, key => Assert.False(new Recheck(0).Draws(key)));
    }

    private string Table(string name, double value)
    {
        var path = Path.Combine(folder, $"{name}.parquet");
        ParquetTable.Write(path, (Metric[])[new() { Name = "accuracy", Value = value }]);
        return path;
    }

    private sealed record Metric
    {
        public string Name { get; init; } = "";

        [Unit("1")]
        public double Value { get; init; }
    }
}
