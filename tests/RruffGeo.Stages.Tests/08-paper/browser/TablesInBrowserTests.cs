namespace RruffGeo.Stages.Tests;

[Collection(nameof(ReportsInBrowser))]
public sealed class TablesInBrowserTests(ReportsInBrowser reports)
{
    private const string Value = "#table-middle th:nth-child(3) button";

    [Theory]
    [InlineData("table-middle", "971.0")]
    [InlineData("table-large", "851.0")]
    public async Task A_table_sorts_by_click_missing_numbers_last_in_either_direction(string table, string smallest)
    {
        await using var report = await reports.Open(reports.Long);
        await report.Page.EvaluateExpressionAsync("document.querySelectorAll('main details').forEach(details => details.open = true)");
        var head = $"#{table} th:nth-child(3)";
        await report.Page.ClickAsync(head + " button");
        Assert.Equal("ascending", await report.Ask<string>($"document.querySelector('{head}').getAttribute('aria-sort')"));
        Assert.Equal(smallest, (await report.Column(table, 2))[0]);
        await report.Page.ClickAsync(head + " button");
        Assert.Equal("descending", await report.Ask<string>($"document.querySelector('{head}').getAttribute('aria-sort')"));
        Assert.Equal("1,000.0", (await report.Column(table, 2))[0]);
        Assert.DoesNotContain("–", (await report.Column(table, 2))[..40]);
        Assert.Empty(report.Errors);
    }

    [Fact]
    public async Task A_table_sorts_by_keyboard()
    {
        await using var report = await reports.Open(reports.Long);
        await report.Page.FocusAsync(Value);
        await report.Page.Keyboard.PressAsync("Enter");
        Assert.Equal("971.0", (await report.Column("table-middle", 2))[0]);
        await report.Page.Keyboard.PressAsync("Space");
        Assert.Equal("1,000.0", (await report.Column("table-middle", 2))[0]);
        Assert.Equal("BUTTON", await report.Ask<string>("document.activeElement.tagName"));
    }

    [Fact]
    public async Task A_table_is_filtered_by_words_and_by_choice()
    {
        await using var report = await reports.Open(reports.Long);
        await report.Page.TypeAsync(".tools [data-words]", "NAME 01");
        Assert.Equal(10, (await report.Column("table-middle", 0)).Length);
        Assert.Equal("10 rows (of 60)", await report.Text(".tools output"));
        await report.Page.SelectAsync(".tools select", "third");
        Assert.Equal(["name 012", "name 015", "name 018"], await report.Column("table-middle", 0));
        Assert.Equal("3 rows (of 60)", await report.Text(".tools output"));
    }

    [Fact]
    public async Task Rows_of_a_long_table_are_turned_page_by_page()
    {
        await using var report = await reports.Open(reports.Long);
        await report.Page.EvaluateExpressionAsync("document.querySelectorAll('main details').forEach(details => details.open = true)");
        Assert.Equal(50, (await report.Column("table-large", 0)).Length);
        Assert.Equal("1–50 of 300 rows", await report.Text("details .tools output"));
        await report.Page.ClickAsync("details .tools [data-step='1']");
        Assert.Equal("name 050", (await report.Column("table-large", 0))[0]);
        Assert.Equal("51–100 of 300 rows", await report.Text("details .tools output"));
        Assert.False(await report.Ask<bool>("document.querySelector(\"details .tools [data-step='-1']\").disabled"));
    }

    [Fact]
    public async Task Every_filter_and_button_has_a_name()
    {
        await using var report = await reports.Open(reports.Small);
        Assert.Equal(0, await report.Ask<int>("[...document.querySelectorAll('input, select')].filter(control => control.labels.length === 0).length"));
        Assert.Equal(0, await report.Ask<int>("[...document.querySelectorAll('button:not([hidden])')].filter(button => button.textContent.trim() === '').length"));
        Assert.Equal(0, await report.Ask<int>("[...document.querySelectorAll('[id]')].length - new Set([...document.querySelectorAll('[id]')].map(e => e.id)).size"));
    }
}
