using System.Globalization;
using RruffGeo.Pipeline.Files;

namespace RruffGeo.Pipeline.Store;

/// <summary>Where damaged files are kept as evidence instead of being used.</summary>
/// <param name="folder">The folder <c>quarantine</c>.</param>
internal sealed class Quarantine(string folder)
{
    /// <summary>What was put here that long ago.</summary>
    internal IEnumerable<string> OlderThan(TimeSpan age) =>
        from path in Directory.EnumerateFiles(folder).Order(StringComparer.Ordinal)
        where FileStamp.OfEntry(path) is { } stamp && stamp.Untouched >= age
        select path;

    /// <summary>Moves <paramref name="path"/> here, if it is still there, under its name and a number.</summary>
    internal void Take(string path)
    {
        for (var number = 1; File.Exists(path); number++)
        {
            var target = Path.Combine(folder, string.Create(CultureInfo.InvariantCulture, $"{Path.GetFileName(path)}.{number}"));
            if (File.Exists(target))
                continue;
            try
            {
                File.Move(path, target);
            }
            catch (FileNotFoundException)
            {
                // Another process took it first.
            }
        }
    }
}
