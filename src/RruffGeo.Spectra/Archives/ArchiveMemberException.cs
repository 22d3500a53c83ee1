namespace RruffGeo.Spectra;

/// <summary>A member of an archive that cannot be inflated; the rest of the archive may be sound.</summary>
/// <param name="code"><c>damaged-member</c>, <c>encrypted-member</c>, <c>too-large</c> or <c>zip-bomb</c>.</param>
/// <param name="reason">What was found and what was expected, as a sentence.</param>
/// <param name="inner">What the library said, if it said something.</param>
public sealed class ArchiveMemberException(string code, string reason, Exception? inner = null) : FormatException(reason, inner)
{
    /// <summary>The code of <see cref="Code"/> when the stored bytes cannot be inflated to what the directory says.</summary>
    public const string Damaged = "damaged-member";

    /// <summary>Stable code of the reason.</summary>
    public string Code { get; } = code;
}
