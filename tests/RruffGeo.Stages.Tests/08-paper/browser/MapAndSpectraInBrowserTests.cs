namespace RruffGeo.Stages.Tests;

[Collection(nameof(ReportsInBrowser))]
public sealed class MapAndSpectraInBrowserTests(ReportsInBrowser reports)
{
    private const string Usa = "United States of America: 6 spectra of 3 specimens";

    [Fact]
    public async Task Pointing_at_a_country_and_moving_by_keys_says_its_numbers()
    {
        await using var report = await reports.Open(reports.Small);
        await report.Page.HoverAsync(".worldmap [data-place='0']");
        Assert.StartsWith(Usa, await report.Text(".mapinfo"), StringComparison.Ordinal);
        await report.Page.Mouse.MoveAsync(0, 0);
        await report.Page.FocusAsync(".worldmap [tabindex='0']");
        Assert.StartsWith(Usa, await report.Text(".mapinfo"), StringComparison.Ordinal);
        await report.Page.Keyboard.PressAsync("ArrowRight");
        Assert.StartsWith("Mexico: 6 spectra", await report.Text(".mapinfo"), StringComparison.Ordinal);
        Assert.Equal(1, await report.Ask<int>("document.querySelectorAll('.worldmap [tabindex=\"0\"]').length"));
    }

    [Fact]
    public async Task Choosing_a_country_leaves_only_its_rows_in_the_table()
    {
        await using var report = await reports.Open(reports.Small);
        await report.Page.FocusAsync(".worldmap [tabindex='0']");
        await report.Page.Keyboard.PressAsync("Enter");
        Assert.Equal(["United States of America"], (await report.Column("table-per-country-metrics", 1)).Distinct());
        Assert.True(await report.Ask<bool>("document.getElementById('table-per-country-metrics').closest('details').open"));
        await report.Page.Keyboard.PressAsync("Escape");
        Assert.True((await report.Column("table-per-country-metrics", 1)).Distinct().Count() > 1);
        await report.Page.SelectAsync("[data-country]", "1");
        Assert.Equal(["Mexico"], (await report.Column("table-per-country-metrics", 1)).Distinct());
    }

    [Fact]
    public async Task The_viewer_draws_both_curves_and_answers_to_keys()
    {
        await using var report = await reports.Open(reports.Small);
        await report.Until("document.querySelector('.plot').dataset.drawn === '2'");
        const string Inked = "(() => { const c = document.querySelector('.plot canvas'); return c.getContext('2d').getImageData(0, 0, c.width, c.height).data.filter((v, i) => i % 4 === 3 && v > 0).length; })()";
        Assert.True(await report.Ask<int>(Inked) > 2000);
        await report.Page.FocusAsync(".plot");
        await report.Page.Keyboard.PressAsync("ArrowRight");
        await report.Until("document.querySelector('.readout').textContent.includes('cm⁻¹')");
        var whole = await report.Ask<string>("document.querySelector('.plot').dataset.range");
        await report.Page.Keyboard.PressAsync("+");
        await report.Until($"document.querySelector('.plot').dataset.range !== '{whole}'");
        await report.Page.Keyboard.PressAsync("0");
        await report.Until($"document.querySelector('.plot').dataset.range === '{whole}'");
        await report.Page.SelectAsync("[data-height]", "measured");
        Assert.Empty(report.Errors);
    }
}
