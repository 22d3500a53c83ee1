using System.Text;

namespace RruffGeo.Spectra;

/// <summary>Takes the lines of a JCAMP-DX file one by one: labelled data records, and the first spectrum among them.</summary>
/// <param name="file">Where they came from, for messages.</param>
/// <param name="diagnostics">Receives what is noticed.</param>
internal sealed class JcampScanner(string file, DiagnosticLog diagnostics)
{
    private const int LongestValue = 4096;

    // Data that hold no spectrum, or one in a form that is not read.
    private static readonly string[] Refused = ["PEAKTABLE", "PEAKASSIGNMENTS", "NTUPLES", "DATATABLE", "RADATA"];

    private readonly StringBuilder value = new();
    private JcampBlock block = new(file);
    private JcampData? data;
    private bool inData;
    private string label = "";
    private int line;
    private string refused = "";
    private int refusedLine;

    /// <summary>Takes a line without its comment; false if no more are wanted.</summary>
    public bool Take(ReadOnlySpan<byte> content, int number)
    {
        if (content.StartsWith("##"u8))
            return TakeLabel(content[2..], number);
        if (inData)
            data!.Take(content, number);
        else if (label.Length > 0 && !content.IsEmpty && value.Length < LongestValue)
            value.Append(value.Length > 0 ? "\n" : "").Append(Clip(content));
        return true;
    }

    /// <summary>The spectrum, after the last line.</summary>
    /// <exception cref="SpectrumTextException">There is none in a form that is read, or it is damaged.</exception>
    public SpectrumFile ToFile()
    {
        CloseLabel();
        return data is not null ? data.ToFile(block) : throw new SpectrumTextException(
            file, refusedLine, refused.Length > 0 ? FormatCodes.UnsupportedForm : DiagnosticCodes.NoData,
            refused.Length > 0
                ? $"expected ##XYDATA= or ##XYPOINTS= but found only '##{refused}'. Export the spectrum itself."
                : "expected ##XYDATA= or ##XYPOINTS= but found neither.");
    }

    private bool TakeLabel(ReadOnlySpan<byte> record, int number)
    {
        CloseLabel();
        inData = false;
        var split = record.IndexOf((byte)'=');
        var key = JcampBlock.KeyOf(Clip(split < 0 ? record : record[..split]));
        if (split < 0)
        {
            if (key != "END")
                diagnostics.LeaveOut(DiagnosticCodes.MalformedHeader, number, $"expected '##LABEL=value' but found '##{SpectrumText.Quote(record)}'.");
            return true;
        }

        if (data is not null && (key is "TITLE" or "XYDATA" or "XYPOINTS"))
        {
            diagnostics.Note(FormatCodes.FirstOfSeveral, $"The file goes on at line {number} with another block; the first spectrum was taken.");
            return false;
        }

        if (key == "TITLE")
            block = new JcampBlock(file);
        if (refused.Length == 0 && Refused.Contains(key))
            (refused, refusedLine) = (SpectrumText.Quote(record), number);
        (label, line) = (Clip(record[..split]).Trim(), number);
        value.Append(Clip(record[(split + 1)..]));
        if (key is "XYDATA" or "XYPOINTS")
            BeginData(number);
        return true;
    }

    private void BeginData(int number)
    {
        var form = string.Concat(value.ToString().Where(letter => !char.IsWhiteSpace(letter))).ToUpperInvariant();
        JcampUnits.Check(block, file, number, diagnostics);
        data = form switch
        {
            "(X++(Y..Y))" => new OrdinateTable(block, file, number, diagnostics),
            "(XY..XY)" => new PointPairs(block, file, number, diagnostics),
            _ => throw new SpectrumTextException(
                file, number, FormatCodes.UnsupportedForm, $"expected the form (X++(Y..Y)) or (XY..XY) but found '{SpectrumText.Quote(Encoding.UTF8.GetBytes(form))}'."),
        };
        CloseLabel();
        inData = true;
    }

    private void CloseLabel()
    {
        if (label.Length > 0)
            block.Add(label, value.ToString().Trim(), line);
        label = "";
        value.Clear();
    }

    private static string Clip(ReadOnlySpan<byte> text) => Encoding.UTF8.GetString(text[..Math.Min(text.Length, LongestValue)]);
}
