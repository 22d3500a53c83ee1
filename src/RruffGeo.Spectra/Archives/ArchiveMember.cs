namespace RruffGeo.Spectra;

/// <summary>A file in an archive.</summary>
/// <param name="Index">Its place in the archive's directory; the same for every reader of the same bytes.</param>
/// <param name="Path">Its path as written there; not safe to be used on disk.</param>
/// <param name="Kind">What the path says it is.</param>
public sealed record ArchiveMember(int Index, string Path, MemberKind Kind)
{
    /// <summary>The last part of the path.</summary>
    public string FileName => Path[(Path.LastIndexOf('/') + 1)..];

    /// <summary>What a path says of its member.</summary>
    public static MemberKind KindOf(string path)
    {
        if (path.Length == 0 || path[0] == '/' || path.Contains('\\', StringComparison.Ordinal) || path.Any(char.IsControl)
            || (path.Length > 1 && path[1] == ':') || path.Split('/').Contains(".."))
            return MemberKind.Unsafe;
        if (path.EndsWith(".zip", StringComparison.OrdinalIgnoreCase))
            return MemberKind.NestedArchive;
        return !path.StartsWith("__MACOSX/", StringComparison.Ordinal) && SpectrumFileName.TryParse(path, out _)
            ? MemberKind.Spectrum
            : MemberKind.Other;
    }
}
