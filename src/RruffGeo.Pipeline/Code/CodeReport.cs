using RruffGeo.Pipeline.Keys;

namespace RruffGeo.Pipeline.Code;

/// <summary>What a code digest is made of: digest of each part by name, and what could not be followed.</summary>
/// <param name="Parts">Parts such as <c>method …</c>, <c>type …</c>, <c>members …</c>, <c>resource …</c>, <c>package …</c>.</param>
/// <param name="Notes">Remarks for people; they do not enter the digest.</param>
internal sealed record CodeReport(SortedDictionary<string, string> Parts, IReadOnlyCollection<string> Notes)
{
    private const string Domain = "code/v1";
    private const int MostShown = 4;
    private const string NotePrefix = "note\t";

    /// <summary>SHA-256 over the parts, lower-case hex.</summary>
    internal string Digest()
    {
        using var hash = new CanonicalHash(Domain);
        foreach (var (name, digest) in Parts)
        {
            hash.Add(name);
            hash.Add(digest);
        }
        return hash.Finish();
    }

    /// <summary>The report of <paramref name="root"/>.</summary>
    internal static CodeReport Of(CodeBase code, PackageAssemblies packages, OwnMethod root)
    {
        var reach = Reach.From(code, root);
        foreach (var (name, version) in packages.VersionsOf(reach.ForeignAssemblies))
            reach.Parts.Add($"package {name}", version);
        return new(reach.Parts, reach.Notes);
    }

    /// <summary>One line a part: name, tab, digest.</summary>
    internal string Format() => string.Concat(
        Notes.Select(note => $"{NotePrefix}{note}\n").Concat(Parts.Select(part => $"{part.Key}\t{part.Value}\n")));

    /// <summary>Reads back <see cref="Format"/>; lines that are not understood are left out.</summary>
    internal static CodeReport Parse(string text)
    {
        var parts = new SortedDictionary<string, string>(StringComparer.Ordinal);
        var notes = new List<string>();
        foreach (var line in text.Split('\n'))
            if (line.StartsWith(NotePrefix, StringComparison.Ordinal))
                notes.Add(line[NotePrefix.Length..]);
            else if (line.LastIndexOf('\t') is var tab and > 0)
                parts[line[..tab]] = line[(tab + 1)..];
        return new(parts, notes);
    }

    /// <summary>Names of parts that differ, without kind and signature, in ordinal order.</summary>
    internal static IReadOnlyList<string> Differences(CodeReport before, CodeReport after) =>
    [
        .. before.Parts.Keys.Union(after.Parts.Keys, StringComparer.Ordinal)
            .Where(name => before.Parts.GetValueOrDefault(name) != after.Parts.GetValueOrDefault(name))
            .Select(PlainName).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal),
    ];

    /// <summary>The differences in one line, such as <c>RruffGeo.Spectra.Resampling.Linear</c>.</summary>
    internal static string Explain(CodeReport before, CodeReport after)
    {
        var names = Differences(before, after);
        var shown = string.Join(", ", names.Take(MostShown));
        return names.Count > MostShown ? $"{shown} and {names.Count - MostShown} more" : shown;
    }

    private static string PlainName(string part)
    {
        var fields = part.Split(' ');
        var name = part.StartsWith("resource ", StringComparison.Ordinal) ? part : fields[1];
        return name.Split('~')[0];
    }
}
