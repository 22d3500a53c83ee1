namespace RruffGeo.Presentation.Report;

/// <summary>A file that a figure or table was made from.</summary>
/// <param name="Path">Path below the run's folder, with forward slashes.</param>
/// <param name="Sha256">SHA-256 of its bytes, 64 lower-case hex digits.</param>
/// <param name="Bytes">Its size, bytes.</param>
public sealed record ArtifactFile(string Path, string Sha256, long Bytes)
{
    /// <summary>Leading hex digits that are shown where the whole digest would be too long.</summary>
    public const int ShownDigits = 12;

    /// <summary>The leading digits of the digest.</summary>
    public string LeadingDigits => Sha256.Length > ShownDigits ? Sha256[..ShownDigits] : Sha256;

    /// <summary>Anchor of the file in the report: letters, digits and hyphens.</summary>
    public string Anchor => "artifact-" + string.Concat(Path.Select(letter => char.IsAsciiLetterOrDigit(letter) ? char.ToLowerInvariant(letter) : '-'));
}
