using System.Net;
using System.Text;

namespace RruffGeo.Spectra;

/// <summary>Gathers header lines and the lines that continue them.</summary>
internal sealed class HeaderLines(Encoding encoding, DiagnosticLog diagnostics)
{
    private const int QuotedBytes = 60;

    private readonly StringBuilder value = new();
    private string? key;
    private int line;

    public RruffHeader Header { get; } = new();

    /// <summary>Reads what follows <c>##</c>, split at the first <c>=</c>.</summary>
    public HeaderLine Read(ReadOnlySpan<byte> content, int number, bool belowData)
    {
        Close();
        var split = content.IndexOf((byte)'=');
        var name = Text(split < 0 ? content : content[..split]);
        if (name.Equals("END", StringComparison.OrdinalIgnoreCase))
            return HeaderLine.End;
        if (split < 0)
            diagnostics.LeaveOut(DiagnosticCodes.MalformedHeader, number, $"expected '##KEY=value' but found '##{Quote(content)}'.");
        else if (name.Length > 0)
        {
            (key, line) = (name, number);
            value.Clear().Append(Text(content[(split + 1)..]));
        }

        if (belowData)
            diagnostics.Note(DiagnosticCodes.HeaderAfterData, $"Line {number} is a header below the first data line.");
        return HeaderLine.Entry;
    }

    /// <summary>Joins a line to the header above it; false if there is none, because a blank line or data came between.</summary>
    public bool Continue(ReadOnlySpan<byte> content)
    {
        if (key is null)
            return false;
        value.Append(value.Length > 0 ? " " : "").Append(Text(content));
        diagnostics.Note(DiagnosticCodes.MultiLineHeader, $"The value of {key} runs over several lines.");
        return true;
    }

    /// <summary>Ends the header that is being gathered.</summary>
    public void Close()
    {
        if (key is null)
            return;
        var written = value.ToString();
        var decoded = written.Contains('&', StringComparison.Ordinal) ? WebUtility.HtmlDecode(written) : written;
        if (!ReferenceEquals(decoded, written) && decoded != written)
            diagnostics.Note(DiagnosticCodes.HtmlEntities, $"HTML entities were decoded in {key}.");
        if (!Header.TryAdd(key, decoded))
            diagnostics.LeaveOut(
                DiagnosticCodes.RepeatedHeader, line, $"expected one {key}, which is '{Clip(Header[key])}', but found another: '{Clip(decoded)}'.");
        key = null;
    }

    /// <summary>The first letters of a line, fit for a message.</summary>
    public string Quote(ReadOnlySpan<byte> content) => Clip(Text(content[..Math.Min(content.Length, QuotedBytes + 1)]));

    private static string Clip(string text)
    {
        var printable = string.Concat(text.Select(letter => char.IsControl(letter) ? ' ' : letter));
        return printable.Length <= QuotedBytes ? printable : printable[..QuotedBytes] + "…";
    }

    private string Text(ReadOnlySpan<byte> content) => encoding.GetString(content).Trim();
}
