using System.Buffers;
using System.Text;

namespace RruffGeo.Spectra;

/// <summary>Goes over the bytes of one file once and sorts its lines into header, data and the rest.</summary>
internal ref struct RruffScanner
{
    // A pair of numbers and its line end take at least four bytes: '1 2\n'.
    private const int BytesOfShortestPair = 4;

    private readonly ReadOnlySpan<byte> text;
    private readonly float[] wavenumbers;
    private readonly float[] intensities;
    private readonly HeaderLines headers;
    private int at;
    private bool ended;
    private bool sawTab;
    private bool sawBlankOnly;
    private bool sawLineFeed;
    private bool sawCarriageReturn;

    public RruffScanner(ReadOnlySpan<byte> text)
    {
        var capacity = (text.Length / BytesOfShortestPair) + 1;
        this.text = text;
        wavenumbers = ArrayPool<float>.Shared.Rent(capacity);
        intensities = ArrayPool<float>.Shared.Rent(capacity);
        var encoding = RruffText.EncodingOf(text);
        headers = new HeaderLines(encoding, Diagnostics);
        if (encoding is not UTF8Encoding)
            Diagnostics.Note(DiagnosticCodes.CodePage1252, "The text is not UTF-8 and was read as code page 1252.");
    }

    public DiagnosticLog Diagnostics { get; } = new();

    public int Points { get; private set; }

    public int Lines { get; private set; }

    public readonly RruffHeader Header => headers.Header;

    public readonly ReadOnlySpan<float> Wavenumbers => wavenumbers.AsSpan(0, Points);

    public readonly ReadOnlySpan<float> Intensities => intensities.AsSpan(0, Points);

    public void Scan()
    {
        if (text.StartsWith("\uFEFF"u8))
        {
            at = 3;
            Diagnostics.Note(DiagnosticCodes.ByteOrderMark, "The text begins with a byte order mark.");
        }

        while (at < text.Length)
        {
            if (!ended)
                ReadPlainLines();
            if (at == text.Length)
                break;
            Lines++;
            if (ended || !TryReadPair())
                ReadOther();
        }

        headers.Close();
        NoteLayout();
    }

    public readonly void Dispose()
    {
        ArrayPool<float>.Shared.Return(wavenumbers);
        ArrayPool<float>.Shared.Return(intensities);
    }

    private void ReadPlainLines()
    {
        var plain = new PlainLines(text, wavenumbers.AsSpan(Points), intensities.AsSpan(Points));
        var read = plain.Read(ref at);
        if (read > 0 && Points == 0)
            headers.Close();
        Points += read;
        Lines += read;
        sawLineFeed |= plain.SawLineFeed;
        sawCarriageReturn |= plain.SawCarriageReturn;
    }

    /// <summary>Reads a line of two numbers and its end; otherwise moves nothing.</summary>
    private bool TryReadPair()
    {
        var i = SkipBlanks(at);
        if (!NumberText.TryRead(text, ref i, out var wavenumber))
            return false;

        var gap = i;
        var (comma, tab) = (false, false);
        while (i < text.Length && (text[i] == ' ' || text[i] == '\t' || (text[i] == ',' && !comma)))
        {
            comma |= text[i] == ',';
            tab |= text[i++] == '\t';
        }

        if (i == gap || !NumberText.TryRead(text, ref i, out var intensity))
            return false;
        i = SkipBlanks(i);
        if (i < text.Length && text[i] is not ((byte)'\n' or (byte)'\r'))
            return false;

        sawTab |= tab && !comma;
        sawBlankOnly |= !tab && !comma;
        at = SkipLineEnd(i);
        Add((float)wavenumber, (float)intensity);
        return true;
    }

    private void Add(float wavenumber, float intensity)
    {
        if (Points == 0)
            headers.Close();
        if (float.IsFinite(wavenumber) && float.IsFinite(intensity))
        {
            wavenumbers[Points] = wavenumber;
            intensities[Points] = intensity;
            Points++;
        }
        else
        {
            Diagnostics.LeaveOut(DiagnosticCodes.NonFinite, Lines, "expected two finite numbers but found one that is not.");
        }
    }

    private void ReadOther()
    {
        var length = text[at..].IndexOfAny((byte)'\n', (byte)'\r');
        var end = length < 0 ? text.Length : at + length;
        var line = Ascii.Trim(text[at..end]);
        var content = text[at..end][line];
        at = SkipLineEnd(end);

        if (content.IsEmpty)
            headers.Close();
        else if (ended)
            Diagnostics.LeaveOut(DiagnosticCodes.TextAfterEnd, Lines, $"expected nothing after ##END but found '{headers.Quote(content)}'.");
        else if (content.StartsWith("##"u8))
            ended = headers.Read(content[2..], Lines, Points > 0) == HeaderLine.End;
        else if (content[0] == '#')
            Diagnostics.LeaveOut(DiagnosticCodes.CommentLine, Lines, $"comment '{headers.Quote(content)}'.");
        else if (ColumnTitles.Match(content))
            Diagnostics.LeaveOut(DiagnosticCodes.ColumnTitles, Lines, $"column titles '{headers.Quote(content)}'.");
        else if (!headers.Continue(content))
            Diagnostics.LeaveOut(
                DiagnosticCodes.StrayLine, Lines, $"expected 'wavenumber, intensity' but found '{headers.Quote(content)}'.");
    }

    private readonly int SkipBlanks(int from)
    {
        while (from < text.Length && text[from] is (byte)' ' or (byte)'\t')
            from++;
        return from;
    }

    private int SkipLineEnd(int from)
    {
        if (from >= text.Length)
            return from;
        if (text[from] == '\n')
        {
            sawLineFeed = true;
            return from + 1;
        }

        sawCarriageReturn = true;
        return from + 1 < text.Length && text[from + 1] == '\n' ? from + 2 : from + 1;
    }

    private readonly void NoteLayout()
    {
        if (!ended)
            Diagnostics.Note(DiagnosticCodes.NoEndMark, "The file has no ##END.");
        if (sawLineFeed && sawCarriageReturn)
            Diagnostics.Note(DiagnosticCodes.MixedLineEnds, "Some lines end in a line feed alone, some with a carriage return.");
        if (sawTab)
            Diagnostics.Note(DiagnosticCodes.TabSeparated, "Columns are parted by tabs.");
        if (sawBlankOnly)
            Diagnostics.Note(DiagnosticCodes.BlankSeparated, "Columns are parted by blanks.");
    }
}
