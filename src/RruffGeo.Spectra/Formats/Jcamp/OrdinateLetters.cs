namespace RruffGeo.Spectra;

/// <summary>The pseudo-digits of ASDF: letters that stand for a first digit with its sign.</summary>
internal static class OrdinateLetters
{
    /// <summary>SQZ, an ordinate: <c>@</c> = 0, <c>A</c>–<c>I</c> = 1…9, <c>a</c>–<c>i</c> = −1…−9; null for other letters.</summary>
    public static int? Squeezed(byte letter) => (char)letter switch
    {
        '@' => 0,
        >= 'A' and <= 'I' => letter - 'A' + 1,
        >= 'a' and <= 'i' => -(letter - 'a' + 1),
        _ => null,
    };

    /// <summary>DIF, a difference to the ordinate before: <c>%</c> = 0, <c>J</c>–<c>R</c> = 1…9, <c>j</c>–<c>r</c> = −1…−9; null for other letters.</summary>
    public static int? Difference(byte letter) => (char)letter switch
    {
        '%' => 0,
        >= 'J' and <= 'R' => letter - 'J' + 1,
        >= 'j' and <= 'r' => -(letter - 'j' + 1),
        _ => null,
    };

    /// <summary>DUP, how often the item before stands there in all: <c>S</c>–<c>Z</c> = 1…8, <c>s</c> = 9; null for other letters.</summary>
    public static int? Duplicates(byte letter) => (char)letter switch
    {
        >= 'S' and <= 'Z' => letter - 'S' + 1,
        's' => 9,
        _ => null,
    };
}
