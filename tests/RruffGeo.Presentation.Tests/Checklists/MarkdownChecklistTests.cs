using RruffGeo.Presentation.Checklists;

namespace RruffGeo.Presentation.Tests;

public sealed class MarkdownChecklistTests
{
    private static Checklist Of(string text, DataOrigin origin = DataOrigin.Measured) => new(
        "card", "A card", "How it came about.", origin,
        [
            new("First part", [new("A1", $"Is it {text}?", AnswerStatus.Partly, text, [new("01-raw/raw.parquet", new string('a', 64)), new("02-geocoded/geocoded.parquet", new string('b', 64))])]),
            new("Second part", [new("A2", "And this?", AnswerStatus.NotInThisRun, "–", [new("05-folds/folds.parquet", new string('c', 64))])]),
        ]);

    [Fact]
    public Task A_checklist_in_Markdown() => Verify(MarkdownChecklist.Of(Of("50 % | <b>*x*</b>", DataOrigin.Simulated)));

    [Theory]
    [InlineData("<script>alert(1)</script>")]
    [InlineData("[here](javascript:alert(1))")]
    [InlineData("![x](http://evil)")]
    [InlineData("a\n# b")]
    [InlineData("`code` | pipe")]
    public void Untrusted_text_becomes_no_markup(string hostile)
    {
        var text = MarkdownChecklist.Of(Of(hostile));
        Assert.DoesNotContain("<script", text, StringComparison.Ordinal);
        Assert.DoesNotContain("](", text.Replace("\\](", "", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.Equal(MarkdownChecklist.Of(Of("x")).Split('\n').Count(line => line.StartsWith('#')), text.Split('\n').Count(line => line.StartsWith('#')));
    }

    [Fact]
    public void A_measured_run_says_nothing_of_simulation() => Assert.DoesNotContain("SIMULATED", MarkdownChecklist.Of(Of("x")), StringComparison.Ordinal);

    [Fact]
    public void As_a_table_each_answer_keeps_its_files_and_digests()
    {
        var row = ChecklistTable.Of(Of("x")).Rows[0];
        Assert.Equal($"01-raw/raw.parquet {new string('a', 64)}; 02-geocoded/geocoded.parquet {new string('b', 64)}", row[^1].Text);
        Assert.Equal(["A1", "First part", "Is it x?", "in part", "x"], row[..5].Select(cell => cell.Text));
    }
}
