namespace RruffGeo.Spectra;

/// <summary>The <c>##KEY=value</c> lines of a spectrum file, entities decoded.</summary>
public sealed class RruffHeader
{
    private readonly List<KeyValuePair<string, string>> entries = [];
    private readonly Dictionary<string, int> places = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Keys and values in the order of the file; a repeated key stands once, with its first value that is not empty.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Entries => entries;

    /// <summary>The value of <paramref name="key"/>, in any case; empty if the file lacks it.</summary>
    public string this[string key] => Find(key) is >= 0 and var at ? entries[at].Value : "";

    /// <summary>The keys that every file of RRUFF has, whatever its vintage; their values may be empty.</summary>
    public static IReadOnlyList<string> Expected { get; } = ["NAMES", "RRUFFID", "LOCALITY", "OWNER", "SOURCE", "DESCRIPTION", "STATUS", "URL"];

    /// <summary>The keys of <see cref="Expected"/> that the file lacks.</summary>
    public IEnumerable<string> Missing => Expected.Where(key => Find(key) < 0);

    /// <summary>Adds a value; false if the key has another one already, which stays.</summary>
    internal bool TryAdd(string key, string value)
    {
        var at = Find(key);
        if (at < 0)
        {
            places.Add(key, entries.Count);
            entries.Add(new(key, value));
        }
        else if (entries[at].Value.Length == 0)
            entries[at] = new(entries[at].Key, value);
        else
            return value.Length == 0 || value == entries[at].Value;
        return true;
    }

    private int Find(string key) => places.GetValueOrDefault(key, -1);
}
