using PuppeteerSharp;

namespace RruffGeo.Stages.Tests;

/// <summary>A report in a browser, with everything that it said and asked for.</summary>
internal sealed class OpenedReport(IPage page) : IAsyncDisposable
{
    private const int PatienceMilliseconds = 120_000;
    private const int StepMilliseconds = 50;

    public IPage Page => page;

    public List<string> Errors { get; } = [];

    public List<string> Requests { get; } = [];

    public List<string> Dialogs { get; } = [];

    public static async Task<OpenedReport> Open(IBrowser browser, string path, int width, string beforehand = "")
    {
        var page = await browser.NewPageAsync();
        page.DefaultTimeout = page.DefaultNavigationTimeout = PatienceMilliseconds;
        var opened = new OpenedReport(page);
        page.Console += (_, said) =>
        {
            if (said.Message.Type is ConsoleType.Error or ConsoleType.Warning)
                opened.Errors.Add(said.Message.Text);
        };
        page.PageError += (_, fault) => opened.Errors.Add(fault.Message);
        page.Request += (_, asked) => opened.Requests.Add(asked.Request.Url);
        page.Dialog += async (_, shown) =>
        {
            opened.Dialogs.Add(shown.Dialog.Message);
            await shown.Dialog.Dismiss();
        };
        await page.SetViewportAsync(new ViewPortOptions { Width = width, Height = 800 });
        if (beforehand.Length > 0)
            await page.EvaluateExpressionOnNewDocumentAsync(beforehand);
        await page.GoToAsync(new Uri(path).AbsoluteUri);
        return opened;
    }

    public Task<string> Text(string selector) => page.EvaluateFunctionAsync<string>("s => document.querySelector(s).textContent", selector);

    public Task<T> Ask<T>(string expression) => page.EvaluateExpressionAsync<T>(expression);

    /// <summary>Waits until <paramref name="expression"/> is true, as long as a slow machine may need. The page's policy forbids the library's own way, which makes code of texts.</summary>
    public async Task Until(string expression)
    {
        for (var tries = 0; !await Ask<bool>(expression); tries++)
        {
            Assert.True(tries < PatienceMilliseconds / StepMilliseconds, $"did not become true: {expression}");
            await Task.Delay(StepMilliseconds, TestContext.Current.CancellationToken);
        }
    }

    /// <summary>Texts of one column of the rows that a table shows.</summary>
    public Task<string[]> Column(string table, int column) =>
        page.EvaluateFunctionAsync<string[]>("(t, c) => [...document.querySelectorAll('#' + t + ' tbody tr')].map(row => row.cells[c].textContent)", table, column);

    public async ValueTask DisposeAsync() => await page.CloseAsync();
}
