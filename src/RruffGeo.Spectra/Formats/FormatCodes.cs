namespace RruffGeo.Spectra;

/// <summary>Codes of what the readers of other formats notice or refuse, beside <see cref="DiagnosticCodes"/>; they do not change.</summary>
public static class FormatCodes
{
    /// <summary>Rejected: the file is empty.</summary>
    public const string Empty = "empty-file";

    /// <summary>Rejected: the file, or what its header promises, is larger than a spectrum is.</summary>
    public const string TooLarge = "too-large";

    /// <summary>Rejected: the content is of no known format.</summary>
    public const string UnknownFormat = "unknown-format";

    /// <summary>Rejected: a variant of a known format that is not read, by name.</summary>
    public const string UnsupportedForm = "unsupported-form";

    /// <summary>Rejected: a field that the format demands is missing or is no number.</summary>
    public const string MissingField = "missing-field";

    /// <summary>Rejected: the axis is no Raman shift in cm⁻¹.</summary>
    public const string WrongUnit = "wrong-unit";

    /// <summary>The axis has no unit that the format knows; it was taken as cm⁻¹.</summary>
    public const string UnitAssumed = "unit-assumed";

    /// <summary>Rejected: separating commas cannot be told from decimal commas.</summary>
    public const string AmbiguousCommas = "ambiguous-commas";

    /// <summary>Rejected: the number of points is not the promised one.</summary>
    public const string PointCount = "point-count";

    /// <summary>Rejected: the file ends early, or data stand where they cannot.</summary>
    public const string Malformed = "malformed";

    /// <summary>The text is UTF-16.</summary>
    public const string Utf16 = "utf-16";

    /// <summary>The decimal mark is a comma.</summary>
    public const string DecimalComma = "decimal-comma";

    /// <summary>Lines above the data that are no data.</summary>
    public const string TitleLine = "title-line";

    /// <summary>The table has more columns than two; the first two were taken.</summary>
    public const string ExtraColumns = "extra-columns";

    /// <summary>The file holds several spectra; the first was taken.</summary>
    public const string FirstOfSeveral = "first-of-several";

    /// <summary>A line of differences does not begin with the ordinate that the line before ended with; the line's own was taken.</summary>
    public const string OrdinateCheck = "ordinate-check";

    /// <summary>An abscissa at the beginning of a line is not where the header puts it; the header counts.</summary>
    public const string AbscissaCheck = "abscissa-check";

    /// <summary>Header fields contradict each other or the data; the text says which counts.</summary>
    public const string HeaderConflict = "header-conflict";

    /// <summary>An ordinate is marked as missing; its point was left out.</summary>
    public const string MissingOrdinate = "missing-ordinate";
}
