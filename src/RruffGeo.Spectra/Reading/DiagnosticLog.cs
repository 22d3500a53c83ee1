namespace RruffGeo.Spectra;

/// <summary>Collects what is noticed in one file; a hostile file cannot make it grow without bound.</summary>
internal sealed class DiagnosticLog
{
    private const int MaximumLines = 200;

    private readonly List<Diagnostic> lines = [];
    private readonly List<Diagnostic> file = [];
    private int unnamed;

    /// <summary>Notes a line that was left out.</summary>
    public void LeaveOut(string code, int line, string text)
    {
        if (lines.Count < MaximumLines)
            lines.Add(new Diagnostic(code, line, text));
        else
            unnamed++;
    }

    /// <summary>Notes something about the whole file, once.</summary>
    public void Note(string code, string text)
    {
        if (!file.Exists(other => other.Code == code))
            file.Add(new Diagnostic(code, 0, text));
    }

    /// <summary>Everything noticed: lines left out in the order of the file, then the rest.</summary>
    public IReadOnlyList<Diagnostic> ToList()
    {
        if (unnamed == 0)
            return [.. lines, .. file];
        var last = lines[^1];
        return [.. lines, new Diagnostic(last.Code, last.Line + 1, $"{unnamed} more lines from here on were left out and are not listed."), .. file];
    }
}
