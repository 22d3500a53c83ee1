using System.Collections.Frozen;
using System.Text;

namespace RruffGeo.Geography;

/// <summary>Spellings under which place names are compared.</summary>
internal static class PlaceKey
{
    private static readonly FrozenDictionary<string, string> LongForms = new Dictionary<string, string>
    {
        ["mt"] = "mount",
        ["mtn"] = "mountain",
        ["mtns"] = "mountains",
        ["mts"] = "mountains",
        ["st"] = "saint",
        ["ste"] = "sainte",
        ["sankt"] = "saint",
        ["prov"] = "province",
        ["provence"] = "province",
        ["pref"] = "prefecture",
        ["perfecture"] = "prefecture",
        ["dist"] = "district",
        ["dept"] = "department",
        ["twp"] = "township",
        ["ft"] = "fort",
    }.ToFrozenDictionary();

    private static readonly FrozenSet<string> UnitWords = new[]
    {
        "county", "district", "province", "provincia", "prefecture", "department", "departamento", "departement", "region",
        "regione", "state", "oblast", "oblasti", "oblisi", "krai", "kray", "okrug", "rayon", "raion", "okres", "canton", "kanton", "landkreis",
        "kreis", "municipality", "municipio", "kommune", "kommun", "kommuna", "parish", "borough", "territory", "autonomous", "republic",
        "township", "voivodeship", "governorate", "division", "lan", "fylke", "wilaya", "powiat", "special", "viloyat", "viloyati", "obwod", "kraj", "ken", "rcm", "mrc", "rayonu", "metropolitan",
    }.ToFrozenSet();

    private static readonly FrozenSet<string> Connectors = new[] { "de", "del", "della", "di", "do", "da", "du", "des", "of" }.ToFrozenSet();

    private static readonly FrozenSet<string> Workings = new[]
    {
        "mine", "mines", "mina", "quarry", "quarries", "pit", "deposit", "deposits", "pegmatite", "prospect", "claim",
    }.ToFrozenSet();

    private static readonly FrozenSet<string> Surroundings = new[]
    {
        "near", "district", "area", "of", "the", "village", "town", "city", "km", "kilometers", "kilometres", "miles", "mi", "about", "approximately",
    }.ToFrozenSet();

    private static readonly FrozenSet<string> Pointers = new[] { "near", "by", "of", "from" }.ToFrozenSet();

    /// <summary>
    /// The comparison key of a name: accents and case gone, apostrophes and question marks dropped, everything else that is no letter or digit a
    /// blank, abbreviations written out (Mt., St., Prov., a closing Co.).
    /// </summary>
    public static string Of(string name)
    {
        var text = new StringBuilder(name.Length + 8);
        foreach (var letter in name)
        {
            if (letter is '\'' or '’' or '‘' or 'ʻ' or 'ʼ' or 'ʹ' or '´' or '`' or '?')
                continue;
            if (char.IsLetterOrDigit(letter) || char.GetUnicodeCategory(letter) == System.Globalization.UnicodeCategory.NonSpacingMark)
                text.AppendFolded(letter);
            else
                text.Append(' ');
        }

        var words = text.ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries);
        for (var i = 0; i < words.Length; i++)
            words[i] = LongForms.GetValueOrDefault(words[i], words[i]);
        if (words is [.., _, "co"])
            words[^1] = "county";
        return string.Join(' ', words);
    }

    /// <summary>A key without the words that say what kind of unit it is: <c>provincia di siracusa</c> → <c>siracusa</c>; itself if nothing else is in it.</summary>
    public static string Core(string key)
    {
        var words = key.Split(' ');
        var kept = words.Where((word, i) =>
            !UnitWords.Contains(word) && !(i > 0 && Connectors.Contains(word) && UnitWords.Contains(words[i - 1]))).ToArray();
        return kept.Length is 0 || kept.Length == words.Length ? key : string.Join(' ', kept);
    }

    /// <summary>True if a word of the key is one for a mine or quarry: such a name may be borrowed from a place far away.</summary>
    public static bool IsWorking(string key) => key.Split(' ').Any(Workings.Contains);

    /// <summary>A key without words for mines, quarries and surroundings, and without directions; null if none was in it or nothing is left.</summary>
    public static string? WithoutSiteWords(string key)
    {
        var words = key.Split(' ');
        var kept = words
            .Where(word => !Workings.Contains(word) && !Surroundings.Contains(word) && !Directions.IsDirection(word) && !word.All(char.IsAsciiDigit))
            .ToArray();
        return kept.Length is 0 || kept.Length == words.Length ? null : string.Join(' ', kept);
    }

    /// <summary>What follows the last "near", "by", "of" or "from" of a key ("a quarry near darmstadt" → <c>darmstadt</c>), without the words that <see cref="WithoutSiteWords"/> drops; null if nothing stands before or after one.</summary>
    public static string? PointedAt(string key)
    {
        var words = key.Split(' ');
        var pointer = Array.FindLastIndex(words, Pointers.Contains);
        if (pointer < 1 || pointer == words.Length - 1)
            return null;
        var rest = string.Join(' ', words.Skip(pointer + 1));
        return WithoutSiteWords(rest) ?? rest;
    }
}
