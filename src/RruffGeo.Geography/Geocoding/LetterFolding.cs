using System.Collections.Frozen;
using System.Globalization;
using System.Text;

namespace RruffGeo.Geography;

/// <summary>Writes accented Latin letters without their accents, in lower case.</summary>
/// <remarks>An own table: under invariant globalisation the framework's decomposition returns non-ASCII text unchanged.</remarks>
internal static class LetterFolding
{
    private static readonly FrozenDictionary<char, string> Plain = new (string Plain, string Accented)[]
    {
        ("a", "àáâãäåāăąǎǟạảấầẩẫậắằẳẵặə"), ("ae", "æǽ"), ("b", "ḃḅ"), ("c", "çćĉċč"), ("d", "ďđḍḏḑð"), ("e", "èéêëēĕėęěẹẻẽếềểễệǝ"),
        ("f", "ḟƒ"), ("g", "ĝğġģǧḡ"), ("h", "ĥħḣḥḧḩẖ"), ("i", "ìíîïĩīĭįǐıỉịḯ"), ("j", "ĵǰ"), ("k", "ķĸǩḱḳḵ"), ("l", "ĺļľŀłḷḻ"), ("m", "ḿṁṃ"),
        ("n", "ñńņňŉŋṅṇṉ"), ("o", "òóôõöøōŏőơǒǫǿọỏốồổỗộớờởỡợ"), ("oe", "œ"), ("p", "ṕṗ"), ("r", "ŕŗřṙṛṟ"), ("s", "śŝşšșṡṣ"), ("ss", "ß"),
        ("t", "ţťŧțṫṭṯẗ"), ("th", "þ"), ("u", "ùúûüũūŭůűųưǔǖǘǚǜụủứừửữự"), ("v", "ṽṿ"), ("w", "ŵẁẃẅẇ"), ("x", "ẋẍ"), ("y", "ýÿŷȳẏỳỵỷỹ"),
        ("z", "źżžẑẓẕ"),
    }.SelectMany(row => row.Accented.Select(letter => (letter, row.Plain))).ToFrozenDictionary(pair => pair.letter, pair => pair.Plain);

    /// <summary>Appends <paramref name="letter"/> folded; a combining accent appends nothing, a letter of another script itself in lower case.</summary>
    public static void AppendFolded(this StringBuilder text, char letter)
    {
        var lower = char.ToLowerInvariant(letter);
        if (lower < 128)
            text.Append(lower);
        else if (Plain.TryGetValue(lower, out var plain))
            text.Append(plain);
        else if (CharUnicodeInfo.GetUnicodeCategory(lower) != UnicodeCategory.NonSpacingMark)
            text.Append(lower);
    }
}
