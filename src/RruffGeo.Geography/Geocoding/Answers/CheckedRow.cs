using System.Globalization;

namespace RruffGeo.Geography;

/// <summary>A row of a CSV file that anyone may have edited; its columns are checked as they are read.</summary>
/// <param name="path">The file.</param>
/// <param name="line">Its line, from 1.</param>
/// <param name="columns">Names of the columns.</param>
/// <param name="fields">Their values.</param>
internal sealed class CheckedRow(string path, long line, string[] columns, string[] fields)
{
    private const int LongestField = 4000;

    /// <summary>The value of a column.</summary>
    public string this[string column] => fields[Array.IndexOf(columns, column)];

    /// <summary>A text on one line that may be empty.</summary>
    public string Optional(string column) =>
        this[column] is { Length: <= LongestField } text && !text.Any(char.IsControl) ? text : throw Wrong(column, $"at most {LongestField} letters on one line");

    /// <summary>A text on one line.</summary>
    public string Text(string column) => Optional(column) is { Length: > 0 } text ? text : throw Wrong(column, "a text");

    /// <summary>One of the valid words.</summary>
    public string OneOf(string column, params string[] valid) =>
        valid.Contains(this[column]) ? this[column] : throw Wrong(column, string.Join(" or ", valid));

    /// <summary>A number within bounds, both of which it may be.</summary>
    public double? Number(string column, double least, double most) =>
        double.TryParse(this[column], NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent, CultureInfo.InvariantCulture, out var number)
        && number >= least && number <= most
            ? number
            : throw Wrong(column, string.Create(CultureInfo.InvariantCulture, $"a number from {least} to {most}"));

    /// <summary>What to throw for a column that holds something else.</summary>
    public InvalidDataException Wrong(string column, string expected)
    {
        var found = this[column] is { Length: > 60 } text ? text[..60] + "…" : this[column];
        return new InvalidDataException(
            $"{path}({line}): {column}: expected {expected}, but found '{new string([.. found.Select(letter => char.IsControl(letter) ? '?' : letter)])}'. Mend or delete the row; a deleted one is asked again.");
    }
}
