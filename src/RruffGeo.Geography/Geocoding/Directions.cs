using System.Collections.Frozen;

namespace RruffGeo.Geography;

/// <summary>Directions that stand before a name without being part of it: "southern Israel", "Far East of Russia".</summary>
internal static class Directions
{
    private static readonly FrozenSet<string> Words = new[] { "north", "south", "east", "west", "northeast", "northwest", "southeast", "southwest" }
        .SelectMany(direction => new[] { direction, direction + "ern" })
        .Concat(["central", "far", "n", "s", "e", "w", "ne", "nw", "se", "sw", "nne", "nnw", "sse", "ssw", "ene", "wnw", "ese", "wsw"])
        .ToFrozenSet();

    /// <summary>True for a word of a comparison key that is a direction.</summary>
    public static bool IsDirection(string word) => Words.Contains(word);

    /// <summary>The key without directions (and "of" after them) at its beginning; null if there were none or nothing is left.</summary>
    public static string? Strip(string key)
    {
        var words = key.Split(' ');
        var first = words.TakeWhile((word, i) => IsDirection(word) || (i > 0 && word is "of" or "part")).Count();
        return first == 0 || first == words.Length ? null : string.Join(' ', words.Skip(first));
    }
}
