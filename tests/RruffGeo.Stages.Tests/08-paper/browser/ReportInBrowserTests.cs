using PuppeteerSharp;

namespace RruffGeo.Stages.Tests;

[Collection(nameof(ReportsInBrowser))]
public sealed class ReportInBrowserTests(ReportsInBrowser reports)
{
    [Fact]
    public async Task A_report_opens_without_an_error_and_asks_nothing_of_any_network()
    {
        await using var report = await reports.Open(reports.Small);
        Assert.Empty(report.Errors);
        Assert.Equal([new Uri(reports.Small).AbsoluteUri], report.Requests);
    }

    [Fact]
    public async Task Hostile_names_stay_text()
    {
        const string Tags = "JSON.stringify([...document.querySelectorAll('*')].reduce((tags, e) => ({ ...tags, [e.tagName]: (tags[e.tagName] || 0) + 1 }), {}))";
        await using var harmless = await reports.Open(reports.Harmless);
        await using var hostile = await reports.Open(reports.Hostile);
        Assert.Equal(await harmless.Ask<string>(Tags), await hostile.Ask<string>(Tags));
        Assert.Equal(0, await hostile.Ask<int>("[...document.querySelectorAll('*')].filter(e => [...e.attributes].some(a => a.name.startsWith('on'))).length"));
        Assert.Empty(hostile.Dialogs);
        Assert.Empty(hostile.Errors);
        Assert.Single(hostile.Requests);
        Assert.Equal(
            ["</script><img src=x onerror=alert(1)>", "\"><svg onload=alert(2)>", "{{constructor.constructor('alert(3)')()}}", "\u202Egnp.oediv\u2028</td>", "a\uFFFDb-->", new string('W', 400)],
            (await hostile.Column("table-1-countries", 1))[..6]);
    }

    [Fact]
    public async Task Long_words_do_not_widen_the_page_of_a_phone()
    {
        foreach (var (path, width) in new[] { (reports.Hostile, 375), (reports.Small, 360), (reports.Long, 390) })
        {
            await using var report = await reports.Open(path, width);
            await report.Page.EvaluateExpressionAsync("for (const details of document.querySelectorAll('main details')) details.open = true");
            Assert.Equal(width, await report.Ask<int>("document.documentElement.scrollWidth"));
        }
    }

    [Fact]
    public async Task The_theme_follows_the_system_until_the_reader_chooses_and_is_remembered()
    {
        const string Background = "getComputedStyle(document.body).backgroundColor";
        await using var report = await reports.Open(reports.Small);
        await report.Page.EmulateMediaFeaturesAsync([new MediaFeatureValue { MediaFeature = MediaFeature.PrefersColorScheme, Value = "dark" }]);
        var dark = await report.Ask<string>(Background);
        await report.Page.ClickAsync("button.theme");
        Assert.Equal("Theme: light", await report.Text("button.theme"));
        Assert.NotEqual(dark, await report.Ask<string>(Background));
        await report.Page.ReloadAsync();
        Assert.Equal("Theme: light", await report.Text("button.theme"));
        await report.Page.ClickAsync("button.theme");
        Assert.Equal(dark, await report.Ask<string>(Background));
        Assert.Equal("dark", await report.Ask<string>("document.documentElement.dataset.theme"));
        await report.Page.ClickAsync("button.theme");
        Assert.Equal("Theme: system", await report.Text("button.theme"));
        Assert.Empty(report.Errors);
    }

    [Fact]
    public async Task The_theme_can_be_chosen_where_storage_is_refused()
    {
        await using var report = await reports.Open(reports.Small, beforehand: "Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('no', 'SecurityError'); } })");
        await report.Page.ClickAsync("button.theme");
        Assert.Equal("light", await report.Ask<string>("document.documentElement.dataset.theme"));
        Assert.Empty(report.Errors);
    }

    [Fact]
    public async Task The_first_stop_of_the_tab_key_leads_past_the_contents()
    {
        await using var report = await reports.Open(reports.Small);
        await report.Page.Keyboard.PressAsync("Tab");
        Assert.Equal("To the results", await report.Ask<string>("document.activeElement.textContent"));
        await report.Page.Keyboard.PressAsync("Enter");
        Assert.Equal("first", await report.Ask<string>("document.activeElement.id"));
    }

    [Fact]
    public async Task Printing_opens_what_is_folded_and_folds_it_again()
    {
        const string Folded = "document.querySelectorAll('main details:not([open])').length";
        await using var report = await reports.Open(reports.Small);
        var before = await report.Ask<int>(Folded);
        Assert.True(before > 3);
        await report.Page.EvaluateExpressionAsync("window.dispatchEvent(new Event('beforeprint'))");
        Assert.Equal(0, await report.Ask<int>(Folded));
        await report.Page.EvaluateExpressionAsync("window.dispatchEvent(new Event('afterprint'))");
        Assert.Equal(before, await report.Ask<int>(Folded));
    }

    [Fact]
    public async Task A_figure_links_to_the_digest_of_the_file_it_was_drawn_from()
    {
        await using var report = await reports.Open(reports.Small);
        Assert.Equal("03-joined/countries.parquet", (await report.Text("#figure-1-map .from a")).Split(' ')[0]);
        await report.Page.EvaluateExpressionAsync("document.querySelector('#figure-1-map .from a').click()");
        await report.Until("document.querySelector('tr:target')?.closest('details').open === true");
        var digest = await report.Ask<string>("document.querySelector('tr:target code').textContent");
        Assert.Equal($"SHA-256 {digest}", await report.Ask<string>("document.querySelector('#figure-1-map .from a').title"));
        Assert.Matches("^[0-9a-f]{64}$", digest);
    }
}
