namespace RruffGeo.Pipeline.Files;

/// <summary>Paths of files inside an artifact: relative, with forward slashes, the same on every system.</summary>
internal static class OutputPath
{
    private const int LongestPath = 512;

    /// <summary>True if <paramref name="path"/> stays inside whatever folder it is put in, on every system.</summary>
    internal static bool IsSafe(string? path)
    {
        if (string.IsNullOrEmpty(path) || path.Length > LongestPath || path.AsSpan().ContainsAny('\\', ':', '\0'))
            return false;
        foreach (var segment in path.AsSpan().Split('/'))
            if (!IsName(path.AsSpan()[segment]))
                return false;
        return true;
    }

    /// <summary>The path of <paramref name="relative"/> below <paramref name="folder"/>, with the system's separators.</summary>
    internal static string Below(string folder, string relative) => Path.Combine(folder, relative.Replace('/', Path.DirectorySeparatorChar));

    private static bool IsName(ReadOnlySpan<char> segment)
    {
        if (segment.IsEmpty || segment is "." or ".." || segment[^1] is '.' or ' ')
            return false;
        foreach (var character in segment)
            if (char.IsControl(character))
                return false;
        return true;
    }
}
