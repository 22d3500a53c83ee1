using System.Collections.Frozen;
using System.Text;

namespace RruffGeo.Presentation.Tables;

/// <summary>What LaTeX prints for characters beyond ASCII, with T1 fonts and UTF-8 input: nothing stops a compilation.</summary>
internal static class LatexSymbols
{
    private const int LastOfLatinExtendedA = 0x17F;

    // Letters of Latin Extended-A that T1 fonts lack (tried with pdfTeX: "Unicode character not set up for use with LaTeX").
    private const string NotInT1 = "ĦħĸĿŀŉŦŧſ";

    private static readonly FrozenDictionary<int, string> Symbols = Named().ToFrozenDictionary(pair => (int)pair.Symbol[0], pair => pair.Latex);

    /// <summary>The character itself, its command, or its number in brackets where fonts lack it.</summary>
    public static string Of(Rune rune) =>
        Symbols.TryGetValue(rune.Value, out var command) ? command
        : rune.Value is >= 0xA0 and <= LastOfLatinExtendedA && !NotInT1.Contains((char)rune.Value, StringComparison.Ordinal) ? rune.ToString()
        : $"{{[}}U+{rune.Value:X4}{{]}}";

    private static IEnumerable<(string Symbol, string Latex)> Named()
    {
        (string, string)[] signs =
        [
            ("−", "-"), ("±", @"\pm"), ("≥", @"\geq"), ("≤", @"\leq"), ("≠", @"\neq"), ("≈", @"\approx"), ("×", @"\times"), ("→", @"\to"), ("′", "'"), ("″", "''"), ("√", @"\surd"), ("∞", @"\infty"),
            ("α", @"\alpha"), ("β", @"\beta"), ("γ", @"\gamma"), ("δ", @"\delta"), ("ε", @"\varepsilon"), ("κ", @"\kappa"), ("λ", @"\lambda"), ("μ", @"\mu"), ("π", @"\pi"), ("ρ", @"\rho"), ("σ", @"\sigma"), ("φ", @"\varphi"),
            ("Γ", @"\Gamma"), ("Δ", @"\Delta"), ("Σ", @"\Sigma"), ("Ω", @"\Omega"),
        ];
        (string, string)[] punctuation = [("–", "--"), ("—", "---"), ("…", @"\dots{}"), ("‘", "`"), ("’", "'"), ("“", "``"), ("”", "''"), ("•", @"\textbullet{}"), ("\u00A0", "~"), ("\u00AD", @"\-")];
        const string raised = "⁰¹²³⁴⁵⁶⁷⁸⁹⁻", lowered = "₀₁₂₃₄₅₆₇₈₉", digits = "0123456789-";
        return signs.Select(sign => (sign.Item1, $@"\ensuremath{{{sign.Item2}}}"))
            .Concat(punctuation)
            .Concat(raised.Select((letter, place) => ($"{letter}", $@"\ensuremath{{^{{{digits[place]}}}}}")))
            .Concat(lowered.Select((letter, place) => ($"{letter}", $@"\ensuremath{{_{{{digits[place]}}}}}")));
    }
}
