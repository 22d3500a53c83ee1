using System.IO.Compression;

namespace RruffGeo.Geography;

/// <summary>Opens the data files that travel inside this assembly.</summary>
internal static class EmbeddedData
{
    /// <summary>Opens <paramref name="name"/>; a name ending in <c>.br</c> is inflated while read.</summary>
    public static Stream Open(string name)
    {
        var stream = typeof(EmbeddedData).Assembly.GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"No embedded file '{name}'; expected it in Data/.");
        return name.EndsWith(".br", StringComparison.Ordinal) ? new BrotliStream(stream, CompressionMode.Decompress) : stream;
    }

    /// <summary>The lines of a text file that hold something, with their numbers from 1; <c>#</c> opens a comment line.</summary>
    public static IEnumerable<(int Number, string Text)> Lines(string name)
    {
        using var reader = new StreamReader(Open(name));
        for (var number = 1; reader.ReadLine() is { } line; number++)
        {
            if (line.Length > 0 && line[0] != '#')
                yield return (number, line);
        }
    }
}
