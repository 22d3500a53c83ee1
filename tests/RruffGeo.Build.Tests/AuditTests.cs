namespace RruffGeo.Build.Tests;

public sealed class AuditTests
{
    [Fact]
    public void A_table_and_its_columns_go_with_an_audit_alone() => Assert.Multiple(
        () => Assert.Equal("--csv and --column go with --target=Audit. Add it, or leave them out.", Typed.Mistakes("target=Paper", "column=id=x")),
        () => Assert.EndsWith("no-such.csv does not exist.", Typed.Mistakes("target=Audit", "csv=no-such.csv"), StringComparison.Ordinal),
        () => Assert.Equal("--column says what the columns of a table are: name the table with --csv=FILE.", Typed.Mistakes("target=Audit", "column=id=x")),
        () => Assert.Contains("--column: 'colour' gives no column a role. Write role=header", Typed.Mistakes("target=Audit", "column=colour"), StringComparison.Ordinal));

    [Theory]
    [InlineData("my table (2).csv", "audit-my-table--2-")]
    [InlineData("demo.csv", "audit-demo")]
    public void A_table_gets_a_run_of_its_own_named_after_it(string file, string run)
    {
        var path = Path.Combine(Directory.CreateTempSubdirectory("rruffgeo-audit-").FullName, file);
        File.WriteAllText(path, "");

        Assert.Equal(run, Typed.Arguments("target=Audit", $"csv={path}").Run);
        Directory.Delete(Path.GetDirectoryName(path)!, recursive: true);
    }

    [Fact]
    public void A_table_is_audited_by_command()
    {
        var folder = Directory.CreateTempSubdirectory("rruffgeo-audit-").FullName;
        var csv = Path.Combine(folder, "stones.csv");
        File.WriteAllText(csv, "stone,country,a,b\n" + string.Concat(Enumerable.Range(0, 40).Select(row => $"S{row / 2},{(row / 2 % 2 == 0 ? "Chile" : "Peru")},{row / 2 * 31 % 17},{(row / 2 * 7 % 13) + 1}\n")));

        var run = HostRun.Of("--target=Audit", $"--csv={csv}", "--column=specimen=stone", $"--outputs={folder}/outputs", $"--store={folder}/store");

        Assert.Equal(0, run.ExitCode);
        Assert.Contains("stones.csv: 40 rows of 2 countries, 2 features.", run.Output, StringComparison.Ordinal);
        Assert.Contains("of the row-protocol accuracy of", run.Output, StringComparison.Ordinal);
        Assert.Equal(["audit.csv", "audit.html", "audit.md"], Directory.GetFiles(Path.Combine(folder, "outputs", "audit-stones", "audit")).Select(Path.GetFileName).Order());
        Directory.Delete(folder, recursive: true);
    }

    [Theory]
    [InlineData("specimen,country,x\nR1,Chile,one\n", "expected numeric columns beside the roles")]
    [InlineData("specimen,country,x\nR1,Chile,1\n", "No class can be divided into 5 folds")]
    public void What_cannot_be_audited_ends_with_1_and_a_sentence(string text, string sentence)
    {
        var folder = Directory.CreateTempSubdirectory("rruffgeo-audit-").FullName;
        File.WriteAllText(Path.Combine(folder, "t.csv"), text);

        var run = HostRun.Of("--target=Audit", $"--csv={folder}/t.csv", $"--outputs={folder}/outputs", $"--store={folder}/store");

        Assert.Equal(1, run.ExitCode);
        Assert.Contains(sentence, run.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", run.Output, StringComparison.Ordinal);
        Directory.Delete(folder, recursive: true);
    }
}
