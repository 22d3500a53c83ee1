using System.Globalization;
using System.Text;
using RruffGeo.Artifacts;
using RruffGeo.Evaluation;

namespace RruffGeo.Stages.Tests;

/// <summary>Tables of 60 specimens with 4 rows each: two acquisitions, RAW and Processed. Twelve features point where the specimen, or the country, does.</summary>
public sealed class AuditFeatureTableTests : IDisposable
{
    private const int Features = 12;
    private static readonly string[] Countries = ["Brazil", "Chile", "Zambia"];

    private readonly string folder = Directory.CreateTempSubdirectory("rruffgeo-audit-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void A_table_whose_features_know_the_specimen_leaks()
    {
        var audit = Audit(Table((specimen, _) => specimen));

        Assert.Equal(["row", "row-unshuffled", "twin", "specimen"], audit.Audit.Select(row => row.Protocol));
        Assert.Equal(("leaks", "leaks", "clean"), (audit.Audit[0].Verdict, audit.Audit[2].Verdict, audit.Audit[3].Verdict));
        Assert.InRange(audit.Audit[0].NearestSameSpecimenPercent, 95, 100);
        var row = audit.Accuracies.Single(value => value is { Protocol: "row", Model: "cosine-1nn" });
        Assert.InRange(row.Value, 0.95, 1);
        Assert.InRange(audit.Accuracies.Single(value => value is { Protocol: "specimen", Model: "cosine-1nn" }).Value, 0.1, 0.6);
        Assert.StartsWith("1-NN, cosine: of the row-protocol accuracy of ", audit.Sentence, StringComparison.Ordinal);
        Assert.Contains("disappear when no specimen is on both sides", audit.Sentence, StringComparison.Ordinal);
        Assert.Equal(["majority", "cosine-1nn", "cosine-5nn", "logistic-regression"], audit.Accuracies.Select(value => value.Model).Distinct().OrderBy(name => name == "logistic-regression"));
    }

    [Fact]
    public void A_table_whose_features_know_the_country_of_any_specimen_raises_no_alarm()
    {
        var audit = Audit(Table((_, country) => 1000 + country));

        Assert.Equal("shares units, no effect seen", audit.Audit[0].Verdict);
        Assert.DoesNotContain(audit.Verdicts, verdict => verdict.Verdict == "leaks");
    }

    [Fact]
    public void A_table_of_one_row_a_specimen_is_clean()
    {
        var audit = Audit(Table((specimen, _) => specimen, rows: 1));

        Assert.All(audit.Audit, row => Assert.Equal("clean", row.Verdict));
    }

    [Fact]
    public void A_row_copied_under_a_new_id_is_named()
    {
        string[] lines = Table((specimen, _) => specimen).TrimEnd('\n').Split('\n');
        var copied = lines[5].Split(',');
        var audit = Audit(string.Concat(lines.Append("R999,z,RAW,Chile," + string.Join(',', copied[4..])).Select(line => line + "\n")));

        var note = Assert.Single(audit.Notes, note => note.Contains("exactly the features", StringComparison.Ordinal));
        Assert.Equal(
            "1 rows have exactly the features of a row of another specimen: no protocol keeps them together. line 000000242 (R999) is line 000000006 (R001).", note);
    }

    [Fact]
    public void Other_ids_for_the_same_rows_change_no_accuracy_by_row()
    {
        var known = Audit(Table((specimen, _) => specimen));
        var renamed = Audit(string.Concat(Table((specimen, _) => specimen).Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select((line, i) => i == 0 ? line + "\n" : $"X{i}{line[line.IndexOf(',', StringComparison.Ordinal)..]}\n")));

        Assert.Equal(ByRow(known), ByRow(renamed));
        Assert.Equal("clean", renamed.Audit[0].Verdict);

        static IEnumerable<(string, double)> ByRow(TableAudit audit) => audit.Accuracies.Where(value => value.Protocol == "row").Select(value => (value.Model, value.Value));
    }

    [Fact]
    public void Units_that_no_column_tells_are_said_to_be_unknown()
    {
        var audit = Audit("specimen,country,x,y\n" + string.Concat(Enumerable.Range(0, 60).Select(row => $"R{row / 2},{Countries[row / 20]},{row % 7},{row % 5}\n")));

        Assert.Equal(["row", "row-unshuffled", "specimen"], audit.Audit.Select(row => row.Protocol));
        Assert.Contains("No column is 'spectrum': twins are unknown and there are no folds by twin.", audit.Notes);
        Assert.DoesNotContain(audit.Lines(), line => line.Contains("Twin", StringComparison.Ordinal) || line.Contains("Species in", StringComparison.Ordinal));
    }

    [Fact]
    public void What_is_written_can_be_opened_anywhere_and_runs_nothing()
    {
        var table = Table((specimen, _) => specimen).Replace("Brazil", "=cmd|' /C calc'!A0", StringComparison.Ordinal).Replace("Chile", "<script>alert(1)</script>", StringComparison.Ordinal);
        var files = Audit(table).Write(Path.Combine(folder, "audit")).ToArray();

        Assert.Equal(["audit.csv", "audit.md", "audit.html"], files.Select(Path.GetFileName));
        var html = File.ReadAllText(files[2]);
        Assert.Contains("default-src 'none'", html, StringComparison.Ordinal);
        Assert.DoesNotContain("<script>alert", html, StringComparison.Ordinal);
        Assert.All(File.ReadLines(files[0]), line => Assert.Matches("^[a-z]", line));
        Assert.StartsWith("protocol,quantity,model,value,low,high,verdict,data_origin\nrow,twin_in_train_percent,,", File.ReadAllText(files[0]), StringComparison.Ordinal);
        Assert.Empty(Directory.GetFiles(Path.Combine(folder, "audit"), "*.partial"));
    }

    private TableAudit Audit(string text)
    {
        var path = Path.Combine(folder, "t.csv");
        File.WriteAllText(path, text);
        return AuditFeatureTable.Run(
            ReadFeatureTable.Run(path, ColumnRoles.Parse([]), TestContext.Current.CancellationToken), new FoldsParameters(), new BaselinesParameters { RegressionPasses = 20 },
            new MetricsParameters { BootstrapDraws = 400 }, new Progress<StageProgress>(), TestContext.Current.CancellationToken);
    }

    /// <summary>Rows whose direction is drawn from the seed that <paramref name="seed"/> gives for a specimen and its country, plus a little noise.</summary>
    private static string Table(Func<int, int, int> seed, int rows = 4)
    {
        var (random, text) = (new MersenneTwister(5), new StringBuilder("specimen,spectrum,kind,country"));
        for (var i = 0; i < Features; i++)
            text.Append(CultureInfo.InvariantCulture, $",x{i}");
        text.Append('\n');
        for (var specimen = 0; specimen < 60 * (rows == 1 ? 2 : 1); specimen++)
        {
            var country = (int)random.NextUpTo(2);
            for (var row = 0; row < rows; row++)
            {
                var direction = new MersenneTwister((uint)seed(specimen, country));
                text.Append(CultureInfo.InvariantCulture, $"R{specimen:D3},s{row / 2},{(row % 2 == 0 ? "RAW" : "Processed")},{Countries[country]}");
                for (var i = 0; i < Features; i++)
                    text.Append(CultureInfo.InvariantCulture, $",{(int)direction.NextUpTo(1000) + (int)random.NextUpTo(30)}");
                text.Append('\n');
            }
        }

        return text.ToString();
    }
}
