namespace RruffGeo.Demo;

/// <summary>What is odd about a member; each is something that RRUFF's archives really hold, or that a loader must expect.</summary>
internal enum Oddity
{
    /// <summary>Nothing beyond what the archive's vintage always does.</summary>
    None,

    /// <summary>Letters of Windows-1252 in place of UTF-8.</summary>
    Windows1252,

    /// <summary>A byte order mark before the first key.</summary>
    ByteOrderMark,

    /// <summary>No ##END, blank lines after the data.</summary>
    MissingEnd,

    /// <summary>A tab between the two numbers.</summary>
    TabSeparated,

    /// <summary>Blanks between the two numbers.</summary>
    BlankSeparated,

    /// <summary>Comment lines beginning with # among the data.</summary>
    CommentLines,

    /// <summary>Column titles above the data.</summary>
    ColumnTitles,

    /// <summary>A row whose intensity is a dash.</summary>
    RowWithoutValue,

    /// <summary>A row whose intensity is NaN.</summary>
    NotANumber,

    /// <summary>Every wavenumber twice.</summary>
    DuplicatedWavenumbers,

    /// <summary>The axis runs downwards.</summary>
    DecreasingWavenumbers,

    /// <summary>Two stretches of the axis are exchanged.</summary>
    UnorderedWavenumbers,

    /// <summary>The file name has another id than the header; the header is right.</summary>
    OtherIdInName,

    /// <summary>The file name has another laser than the header; the header is right.</summary>
    OtherLaserInName,

    /// <summary>Free text glued to the id in the file name.</summary>
    FreeTextInName,

    /// <summary>A key that comes twice with different values.</summary>
    RepeatedKey,

    /// <summary>A header value that runs over two lines.</summary>
    ContinuedValue,

    /// <summary>Rejected: text where the data should be.</summary>
    TextOnly,

    /// <summary>Rejected: a header and no data.</summary>
    NoData,

    /// <summary>Rejected: the same intensity throughout.</summary>
    ConstantIntensity,
}
