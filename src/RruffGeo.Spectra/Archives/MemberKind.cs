namespace RruffGeo.Spectra;

/// <summary>What the path of an archive's member says it is.</summary>
public enum MemberKind
{
    /// <summary>Named as RRUFF names spectrum files.</summary>
    Spectrum,

    /// <summary>An archive in the archive; not opened.</summary>
    NestedArchive,

    /// <summary>Any other file, such as a read-me or a binary table.</summary>
    Other,

    /// <summary>A path that would leave the archive's folder if it were unpacked: absolute, with a drive, a backslash, <c>..</c> or control characters.</summary>
    Unsafe,
}
