namespace RruffGeo.Build.Arguments;

/// <summary>Finds what a mistyped name was meant to be.</summary>
internal static class NearestName
{
    /// <summary>" Did you mean 'x'?" with the valid name nearest to <paramref name="typed"/>; if none is near, all of them.</summary>
    public static string Hint(string typed, IReadOnlyCollection<string> valid)
    {
        var (name, distance) = valid
            .Select(name => (name, distance: Distance(typed.ToUpperInvariant(), name.ToUpperInvariant())))
            .OrderBy(pair => pair.distance).ThenBy(pair => pair.name, StringComparer.Ordinal).First();
        return distance <= Math.Max(2, typed.Length / 3) ? $" Did you mean '{name}'?" : $" Expected one of: {string.Join(", ", valid)}.";
    }

    /// <summary>
    /// The fewest insertions, deletions, substitutions and swaps of neighbours that turn <paramref name="a"/> into
    /// <paramref name="b"/> (Damerau-Levenshtein, no letter edited twice).
    /// </summary>
    public static int Distance(string a, string b)
    {
        var d = new int[a.Length + 1, b.Length + 1];
        for (var i = 0; i <= a.Length; i++)
            d[i, 0] = i;
        for (var j = 0; j <= b.Length; j++)
            d[0, j] = j;
        for (var i = 1; i <= a.Length; i++)
            for (var j = 1; j <= b.Length; j++)
            {
                d[i, j] = Math.Min(Math.Min(d[i - 1, j], d[i, j - 1]) + 1, d[i - 1, j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1));
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                    d[i, j] = Math.Min(d[i, j], d[i - 2, j - 2] + 1);
            }

        return d[a.Length, b.Length];
    }
}
