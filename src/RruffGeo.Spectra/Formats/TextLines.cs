using System.Text;

namespace RruffGeo.Spectra;

/// <summary>Goes over the lines of a text; they may end in a line feed, a carriage return, or both.</summary>
/// <param name="text">The whole text.</param>
internal ref struct TextLines(ReadOnlySpan<byte> text)
{
    private readonly ReadOnlySpan<byte> text = text;
    private int next;

    /// <summary>Number of the current line, from 1.</summary>
    public int Number { get; private set; }

    /// <summary>The current line without its end and without blanks around it.</summary>
    public ReadOnlySpan<byte> Current { get; private set; }

    /// <summary>Moves to the next line; false after the last.</summary>
    public bool MoveNext()
    {
        if (next >= text.Length)
            return false;
        var length = text[next..].IndexOfAny((byte)'\n', (byte)'\r');
        var end = length < 0 ? text.Length : next + length;
        var line = text[next..end];
        Current = line[Ascii.Trim(line)];
        next = end + 1;
        if (end + 1 < text.Length && text[end] == '\r' && text[end + 1] == '\n')
            next++;
        Number++;
        return true;
    }
}
