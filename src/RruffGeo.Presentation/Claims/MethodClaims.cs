using static RruffGeo.Presentation.Claims.PrintedPaper;

namespace RruffGeo.Presentation.Claims;

/// <summary>C68–C86, as far as the paper's words alone decide them: is the method well defined, does it agree with itself.</summary>
internal static class MethodClaims
{
    private const int StemKernel = 4;
    private const int BlockKernel = 7;

    public static IEnumerable<CheckedClaim> Check() =>
    [
        new("C68", "§4.1, A.4", "Order of padding, min-max, spline and resampling", "–", "at least four orders", Verdict.NotSpecified,
            "Both sections pad before they normalise and interpolate, when there is no grid yet: how far apart the zeros stand is not said, they become the minimum of a spectrum that never falls to 0, and the spline runs through the seam. Literally so (D), or with the zeros set last (A, B) or before min-max (C): orders of the resampling stage.") { How = "The steps as section 4.1 lists them, beside those of A.4." },
        new("C69", "eq. 2, B.2", "The stem has a large kernel", $"{StemKernel} / “large”", $"{StemKernel} < {BlockKernel}", Verdict.Contradicted,
            $"Eq. 2 gives the stem a kernel of {StemKernel}, the smallest of the network: its blocks use {BlockKernel}.") { How = "The kernel of eq. 2 beside the words of B.2 and the kernel of the blocks." },
        new("C71", "eq. 3–4", "Stages consist of blocks only", string.Join(", ", Widths), $"{WidthChanges()} changes of width, 0 layers for them", Verdict.Contradicted,
            $"A block adds its result to its input (eq. 5), so it cannot change the number of channels; the widths {string.Join(" → ", Widths)} need {WidthChanges()} layers that eqs. 3–4 do not have.") { How = "Changes of width in the printed list, beside the layers that eqs. 3–5 define." },
        new("C72", "§4.2, B.2", "Depths and widths follow standard configurations", $"{string.Join(", ", Depths)}; {Widths[0]}–{Widths[^1]}", NearestVariant(), Verdict.NotSpecified,
            "None of the published ConvNeXt variants compared (V1 T, S, B, L, XL; V2 Atto, Femto, Pico, Nano) has these depths or these widths; “specific to one-dimensional data” names no source.") { How = "Depths and first width beside those of the published variants." },
        new("C74", "eq. 7, §4.3", "Initialisation: truncated normal, biases 0, γ", "0.02, 0, 1e-6", "bounds not given", Verdict.NotSpecified,
            "A truncated normal needs bounds: at two standard deviations its spread is 0.0176, at the official code's ±2 it is 0.0200.") { How = "What eq. 7 and the text state, beside what drawing from it needs." },
        new("C75", "eq. 8", "Cross-entropy loss", "–", "no smoothing, no class weights stated", Verdict.NotSpecified,
            "Eq. 8 as printed; ConvNeXt's own recipe smooths labels, and the paper neither says so nor excludes it.") { How = "What eq. 8 and the text state, beside what training needs." },
        new("C76", "§4.3", "Learning rate of schedule-free AdamW", "1e-3", "warm-up not stated", Verdict.NotSpecified,
            "The library recommends warm-up and a larger rate than a scheduled optimiser's; warm-up, β and batch size are not stated.") { How = "What the text states, beside what the optimiser's library advises." },
        new("C77", "B.3", "Weight decay", "0.35", "7 × the recipe of ConvNeXt", Verdict.NotSpecified,
            "ConvNeXt trains with 0.05; which tensors decay is not stated, and 0.35 on γ = 1e-6 matters.") { How = "The printed value beside that of ConvNeXt's recipe." },
        new("C78", "B.3", "Gradient clipping, dropout, stochastic depth", "no values", "three values missing", Verdict.NotSpecified, "Named without values.") { How = "Whether a value is printed." },
        new("C83", "§1", "First ConvNeXt1D on Raman spectra; novel framework", "–", "–", Verdict.NotTestable, "A claim about all literature.") { How = "Cannot be decided by computation." },
        new("C84", "References", "References", "20 entries", "[5] and [6] are one work; “shown in 78”; two spellings", Verdict.Contradicted,
            "[5] and [6] name the same work (its article and its preprint); [8] is cited for ResNets and is the RRUFF project; “78” stands for figures 7 and 8; the text has “Gemintelligence”, the reference “Gemtelligence”.") { How = "The list of references beside the places that cite them." },
        new("C86", "Figure 5", "A spectrum from Mexico", "–", "–", Verdict.NotSpecified, "Neither the RRUFF id nor the file is named.") { How = "Whether the spectrum can be found from what is printed." },
    ];

    private static int WidthChanges() => Widths.Zip(Widths.Skip(1)).Count(pair => pair.First != pair.Second);

    private static string NearestVariant()
    {
        // Depths and first width of the published variants: ConvNeXt V1 (T, S, B, L, XL), V2 (Atto, Femto, Pico, Nano).
        (string Name, string Depths, int FirstWidth)[] variants =
        [
            ("T", "3,3,9,3", 96), ("S", "3,3,27,3", 96), ("B", "3,3,27,3", 128), ("L", "3,3,27,3", 192), ("XL", "3,3,27,3", 256),
            ("Atto", "2,2,6,2", 40), ("Femto", "2,2,6,2", 48), ("Pico", "2,2,6,2", 64), ("Nano", "2,2,8,2", 80),
        ];
        var same = variants.Where(v => v.Depths == string.Join(',', Depths) || v.FirstWidth == Widths[0]).Select(v => v.Name).ToList();
        return same.Count == 0 ? "no published variant; nearest: Atto 2, 2, 6, 2; 40–320" : string.Join(", ", same);
    }
}
