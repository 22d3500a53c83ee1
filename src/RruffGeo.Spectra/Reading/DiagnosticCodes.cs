namespace RruffGeo.Spectra;

/// <summary>Codes of what a reader notices or refuses; they are stored in artifacts and do not change.</summary>
public static class DiagnosticCodes
{
    /// <summary>Rejected: no line of the file is a pair of numbers.</summary>
    public const string NoData = "no-data";

    /// <summary>Rejected: fewer than four distinct wavenumbers.</summary>
    public const string TooShort = "too-short";

    /// <summary>Rejected: all intensities are equal.</summary>
    public const string ConstantIntensity = "constant-intensity";

    /// <summary>The line is a comment (<c>#</c>).</summary>
    public const string CommentLine = "comment-line";

    /// <summary>The line holds the titles of the two columns.</summary>
    public const string ColumnTitles = "column-titles";

    /// <summary>The line is neither a header nor a pair of numbers.</summary>
    public const string StrayLine = "stray-line";

    /// <summary>A number of the pair is not finite in single precision.</summary>
    public const string NonFinite = "non-finite";

    /// <summary>A header appears again with another value; the first that is not empty counts.</summary>
    public const string RepeatedHeader = "repeated-header";

    /// <summary>A header without <c>=</c>.</summary>
    public const string MalformedHeader = "malformed-header";

    /// <summary>Text after <c>##END</c>.</summary>
    public const string TextAfterEnd = "text-after-end";

    /// <summary>A header stands below the first data line.</summary>
    public const string HeaderAfterData = "header-after-data";

    /// <summary>A header's value runs over several lines.</summary>
    public const string MultiLineHeader = "multi-line-header";

    /// <summary>The file has no <c>##END</c>.</summary>
    public const string NoEndMark = "no-end-mark";

    /// <summary>The text is not UTF-8 and was read as code page 1252.</summary>
    public const string CodePage1252 = "cp1252";

    /// <summary>The text begins with a byte order mark.</summary>
    public const string ByteOrderMark = "byte-order-mark";

    /// <summary>Line feeds alone and with carriage returns in one file.</summary>
    public const string MixedLineEnds = "mixed-line-ends";

    /// <summary>HTML entities were decoded in a header.</summary>
    public const string HtmlEntities = "html-entities";

    /// <summary>Columns are parted by tabs.</summary>
    public const string TabSeparated = "tab-separated";

    /// <summary>Columns are parted by blanks.</summary>
    public const string BlankSeparated = "blank-separated";

    /// <summary>Wavenumbers fall strictly; they were reversed.</summary>
    public const string DecreasingWavenumbers = "decreasing-wavenumbers";

    /// <summary>Wavenumbers neither rise nor fall throughout; they were sorted.</summary>
    public const string UnsortedWavenumbers = "unsorted-wavenumbers";

    /// <summary>Wavenumbers repeat; their intensities were averaged.</summary>
    public const string DuplicatedWavenumbers = "duplicated-wavenumbers";

    /// <summary>Some wavenumbers are negative.</summary>
    public const string NegativeWavenumbers = "negative-wavenumbers";

    /// <summary>Some intensities are negative.</summary>
    public const string NegativeIntensities = "negative-intensities";

    /// <summary>Header and file name give different RRUFF ids; the header counts.</summary>
    public const string IdConflict = "id-conflict";

    /// <summary>Header and file name give different mineral names; the header counts.</summary>
    public const string MineralConflict = "mineral-conflict";

    /// <summary>Header and file name give different lasers; the header counts.</summary>
    public const string LaserConflict = "laser-conflict";

    /// <summary>Header and file name disagree on RAW or Processed; the header counts.</summary>
    public const string KindConflict = "kind-conflict";

    /// <summary>Neither header nor file name gives a laser wavelength.</summary>
    public const string NoLaser = "no-laser";

    /// <summary>The header's laser is not a number; the file name counts.</summary>
    public const string UnreadableLaser = "unreadable-laser";

    /// <summary>The file name writes its laser with a hyphen or a unit, as in <c>514-5</c> and <c>532_nm</c>.</summary>
    public const string LaserSpelling = "laser-spelling";

    /// <summary>The laser is none of RRUFF's usual ones: 514, 514.5, 532, 780 and 785 nm.</summary>
    public const string UnusualLaser = "unusual-laser";

    /// <summary>The file name leaves the angle empty.</summary>
    public const string NoAngle = "no-angle";

    /// <summary>The file name leaves the orientation empty.</summary>
    public const string NoOrientation = "no-orientation";

    /// <summary>The file name's id has more than a sub-sample number after its six digits, as in <c>R060001-9b</c>.</summary>
    public const string TextInId = "text-in-id";

    /// <summary>A header is missing that every file should have.</summary>
    public const string MissingHeader = "missing-header";

    /// <summary>The RRUFF id is not a letter or two and six digits; it is its own specimen.</summary>
    public const string UnusualId = "unusual-id";
}
