using System.Globalization;
using RruffGeo.Presentation.Drawing;

namespace RruffGeo.Presentation.Tables;

/// <summary>A cell of a table: as people read it, and as programs read it.</summary>
/// <param name="Text">As printed.</param>
/// <param name="Data">As written to CSV: invariant, without thousands separators; empty if missing.</param>
/// <param name="Kind">Whether it is a number.</param>
public readonly record struct Cell(string Text, string Data, CellKind Kind)
{
    /// <summary>A number that is not known.</summary>
    public static Cell Missing { get; } = new(Numerals.Missing, "", CellKind.Number);

    /// <summary>A text, which may come from untrusted files; every writer escapes it.</summary>
    public static Cell Of(string text) => new(text, text, CellKind.Text);

    /// <summary>A whole number; <see cref="Missing"/> for null.</summary>
    public static Cell Of(long? value) =>
        value is { } number ? new Cell(Numerals.Of(number), number.ToString(CultureInfo.InvariantCulture), CellKind.Number) : Missing;

    /// <summary>A number printed with fixed decimals and kept in full in CSV; <see cref="Missing"/> for null and for what is not finite.</summary>
    public static Cell Of(double? value, int decimals) =>
        value is { } number && double.IsFinite(number) ? new Cell(Numerals.Of(number, decimals), Full(number), CellKind.Number) : Missing;

    /// <summary>A difference with its sign.</summary>
    public static Cell Difference(double? value, int decimals) =>
        value is { } number && double.IsFinite(number) ? new Cell(Numerals.Difference(number, decimals), Full(number), CellKind.Number) : Missing;

    private static string Full(double value) => Math.Round(value, 9).ToString("0.#########", CultureInfo.InvariantCulture);
}

/// <summary>Whether a cell is a number.</summary>
public enum CellKind
{
    /// <summary>Words, set left.</summary>
    Text,

    /// <summary>A number, set right.</summary>
    Number,
}
