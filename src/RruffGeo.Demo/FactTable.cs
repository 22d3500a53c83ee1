namespace RruffGeo.Demo;

/// <summary>Reads the embedded tables of facts: fields parted by <c>|</c>, comments after <c>#</c>.</summary>
internal static class FactTable
{
    /// <summary>The rows of <paramref name="resource"/>, fields trimmed.</summary>
    /// <exception cref="InvalidDataException">A row has not <paramref name="fields"/> fields.</exception>
    public static IEnumerable<string[]> Rows(string resource, int fields)
    {
        using var stream = typeof(FactTable).Assembly.GetManifestResourceStream(resource)
            ?? throw new InvalidDataException($"{resource} is not embedded in {typeof(FactTable).Assembly.GetName().Name}.");
        using var reader = new StreamReader(stream);
        for (var line = 1; reader.ReadLine() is { } text; line++)
        {
            if (text.Length == 0 || text[0] == '#')
                continue;
            var row = text.Split('|', StringSplitOptions.TrimEntries);
            if (row.Length != fields)
                throw new InvalidDataException($"{resource}({line}): expected {fields} fields parted by '|' but found '{text}'.");
            yield return row;
        }
    }
}
