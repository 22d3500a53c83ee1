using RruffGeo.Pipeline.Upkeep;

namespace RruffGeo.Build.Housekeeping;

/// <summary>Takes downloaded archives off their shelf that no result is made of which stays.</summary>
internal static class ShelfCleaning
{
    private const string Partial = "partial";

    /// <summary>Collects, or says what would be collected.</summary>
    /// <param name="shelf">Folder of the shelf: a folder for each digest, and one of downloads that are not complete.</param>
    /// <param name="needed">Digests of the archives that stay.</param>
    /// <param name="olderThan">Nothing fetched later goes.</param>
    /// <param name="mode">Whether anything is deleted.</param>
    /// <returns>What goes: the archives' names, and their bytes.</returns>
    public static (IReadOnlyList<string> Names, long Bytes) Run(string shelf, IReadOnlySet<string> needed, TimeSpan olderThan, CollectionMode mode)
    {
        if (!Directory.Exists(shelf))
            return ([], 0);
        var gone = (
            from folder in Directory.EnumerateDirectories(shelf).Order(StringComparer.Ordinal)
            where !needed.Contains(Path.GetFileName(folder)) && (Path.GetFileName(folder) == Partial || IsDigest(Path.GetFileName(folder)))
            from path in Directory.EnumerateFiles(folder).Order(StringComparer.Ordinal)
            let file = new FileInfo(path)
            where DateTime.UtcNow - file.LastWriteTimeUtc >= olderThan
            select file).ToList();
        var bytes = gone.Sum(file => file.Length);
        if (mode == CollectionMode.Delete)
            foreach (var file in gone)
            {
                file.Delete();
                if (!file.Directory!.EnumerateFileSystemInfos().Any())
                    file.Directory.Delete();
            }

        return ([.. gone.Select(file => file.Name)], bytes);
    }

    private static bool IsDigest(string name) => name.Length == 64 && name.All(char.IsAsciiHexDigitLower);
}
