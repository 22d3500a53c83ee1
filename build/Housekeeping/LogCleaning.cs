using RruffGeo.Pipeline.Upkeep;

namespace RruffGeo.Build.Housekeeping;

/// <summary>Removes the logs and events of runs that are no longer there.</summary>
internal static class LogCleaning
{
    /// <summary>Collects, or says what would be collected.</summary>
    /// <param name="runs">Folder with a folder of logs and events for each run.</param>
    /// <param name="kept">Names of the runs that stay.</param>
    /// <param name="limits">Nothing written to more lately than they allow goes.</param>
    /// <param name="mode">Whether anything is deleted.</param>
    /// <returns>What goes: the runs' names, and the bytes of their files.</returns>
    public static (IReadOnlyList<string> Names, long Bytes) Run(string runs, IReadOnlySet<string> kept, CollectionLimits limits, CollectionMode mode)
    {
        if (!Directory.Exists(runs))
            return ([], 0);
        var unused = limits.OlderThan > limits.Grace ? limits.OlderThan : limits.Grace;
        var gone = (
            from folder in new DirectoryInfo(runs).EnumerateDirectories().OrderBy(folder => folder.Name, StringComparer.Ordinal)
            where !kept.Contains(folder.Name) && folder.LinkTarget is null
            let files = folder.EnumerateFiles("*", SearchOption.AllDirectories).ToList()
            where files.Append<FileSystemInfo>(folder).All(entry => DateTime.UtcNow - entry.LastWriteTimeUtc >= unused)
            select (Folder: folder, Bytes: files.Sum(file => file.Length))).ToList();
        if (mode == CollectionMode.Delete)
            gone.ForEach(run => run.Folder.Delete(recursive: true));
        return ([.. gone.Select(run => run.Folder.Name)], gone.Sum(run => run.Bytes));
    }
}
