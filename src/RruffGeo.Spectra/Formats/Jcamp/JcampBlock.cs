using System.Globalization;

namespace RruffGeo.Spectra;

/// <summary>The labelled data records of one JCAMP-DX block.</summary>
/// <param name="file">Where they came from, for messages.</param>
internal sealed class JcampBlock(string file)
{
    private readonly Dictionary<string, (string Value, int Line)> records = new(StringComparer.Ordinal);
    private readonly List<KeyValuePair<string, string>> labels = [];

    /// <summary>Labels and values in the order of the file.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Labels => labels;

    /// <summary>A label as it is compared: upper-case, without blanks, hyphens, slashes and underlines.</summary>
    public static string KeyOf(string label) =>
        string.Concat(label.Where(letter => letter is not (' ' or '-' or '/' or '_'))).ToUpperInvariant();

    /// <summary>Keeps a record; of a repeated label the first counts.</summary>
    public void Add(string label, string value, int line)
    {
        if (records.TryAdd(KeyOf(label), (value, line)))
            labels.Add(new(label, value));
    }

    /// <summary>The value of a label; empty if the block lacks it.</summary>
    public string Text(string label) => records.TryGetValue(KeyOf(label), out var record) ? record.Value : "";

    /// <summary>The number of a label; null if the block lacks it.</summary>
    /// <exception cref="SpectrumTextException">It is no finite number.</exception>
    public double? Number(string label)
    {
        if (!records.TryGetValue(KeyOf(label), out var record) || record.Value.Length == 0)
            return null;
        return double.TryParse(record.Value, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) && double.IsFinite(value)
            ? value
            : throw new SpectrumTextException(
                file, record.Line, FormatCodes.MissingField, $"expected ##{label}= and a number but found '{SpectrumText.Quote(System.Text.Encoding.UTF8.GetBytes(record.Value))}'.");
    }

    /// <summary>The number of a label that the form of the data demands.</summary>
    /// <param name="label">The label.</param>
    /// <param name="line">Line of the data's label.</param>
    /// <exception cref="SpectrumTextException">It is missing, or no finite number.</exception>
    public double Required(string label, int line) => Number(label) ?? throw new SpectrumTextException(
        file, line, FormatCodes.MissingField, $"expected ##{label}= above the data, which cannot be placed without it, but found none.");

    /// <summary>NPOINTS; null if the block lacks it.</summary>
    /// <exception cref="SpectrumTextException">It is no whole number from 1 to <see cref="MeasuredPoints.Maximum"/>.</exception>
    public int? Points(int line)
    {
        if (Number("NPOINTS") is not { } points)
            return null;
        return points is >= 1 and <= MeasuredPoints.Maximum && points == Math.Truncate(points)
            ? (int)points
            : throw new SpectrumTextException(
                file, line, FormatCodes.TooLarge, FormattableString.Invariant($"expected NPOINTS from 1 to {MeasuredPoints.Maximum} but found {points}."));
    }
}
