using RruffGeo.Geography;
using RruffGeo.Presentation.Claims;
using RruffGeo.Presentation.Drawing;
using RruffGeo.Presentation.Figures;

namespace RruffGeo.Stages;

/// <summary>C70, C71, C73 and C81: checked on the trained network and on the polygons, whatever the spectra are.</summary>
internal static class NetworkClaims
{
    public static IEnumerable<CheckedClaim> Check(PaperSources sources, TrainedModels models)
    {
        var outline = models.Branches.IsDefaultOrEmpty ? null : NetworkFigures.Outline(models.Branches[0], sources.Grid.Points);
        yield return Block(outline);
        yield return Stages(outline);
        yield return Head(outline);
        yield return Labels();
        foreach (var claim in sources.Branches.Take(1).SelectMany(branch => Settings(branch.Configuration)))
            yield return claim;
    }

    private static CheckedClaim Block(NetworkOutline? outline)
    {
        if (outline is null)
            return Untrained("C70", "eq. 5", "The block is that of ConvNeXt");
        var expected = Expected(outline);
        return new(
            "C70", "eq. 5", "The block is that of ConvNeXt", "–",
            $"{Numerals.Of(outline.Parameters)} parameters, {Numerals.Of(expected)} by the published design", outline.Parameters == expected ? Verdict.ReproducedUnderReading : Verdict.Differs,
            $"06-models/models.parquet: a block of width d has 8d² + 16d numbers (depthwise k{outline.BlockKernel}, LayerNorm, d → {outline.Expansion}d → d, γ), summed over {string.Join(", ", outline.Depths)} blocks, stem, down-sampling and head. Reading: the block of ConvNeXt V1, in one dimension.",
            ClaimBasis.Run);
    }

    private static CheckedClaim Stages(NetworkOutline? outline) => outline is null
        ? Untrained("C71", "eq. 3–4", "Stages consist of blocks only")
        : new(
            "C71", "eq. 3–4", "Stages consist of blocks only", string.Join(", ", PrintedPaper.Widths), $"{outline.DownKernels.Length} down-sampling layers between {outline.Widths.Length} stages",
            outline.DownKernels.Length == 0 ? Verdict.Reproduced : Verdict.Contradicted,
            "06-models/models.parquet, tensors down1 … : the network could not be built without them, because a block keeps its width.", ClaimBasis.Run);

    private static CheckedClaim Head(NetworkOutline? outline) => outline is null
        ? Untrained("C73", "eq. 6", "Head: mean over length, LayerNorm, linear")
        : new(
            "C73", "eq. 6", "Head: mean over length, LayerNorm, linear", "–", $"LayerNorm over {outline.Widths[^1]}, linear {outline.Widths[^1]} → {outline.Classes}", Verdict.Reproduced,
            "06-models/models.parquet, tensors norm and head; the same order as in ConvNeXt's official code.", ClaimBasis.Run);

    private static IEnumerable<CheckedClaim> Settings(IReadOnlyDictionary<string, string> configuration) =>
    [
        Setting("C74", "§4.3", "Initial layer scale γ", "1e-6", nameof(ModelsParameters.LayerScale), configuration),
        Setting("C76", "§4.3", "Learning rate of schedule-free AdamW", "0.001", nameof(ModelsParameters.LearningRate), configuration),
        Setting("C77", "B.3", "Weight decay", "0.35", nameof(ModelsParameters.WeightDecay), configuration),
    ];

    private static CheckedClaim Setting(string id, string section, string statement, string printed, string parameter, IReadOnlyDictionary<string, string> configuration)
    {
        var used = NetworkFigures.Stated(configuration, parameter);
        return new(
            id, section, statement, printed, used.Length > 0 ? $"trained with {used}" : "not stated",
            used.Length == 0 ? Verdict.NotTestable : used == printed ? Verdict.ReproducedUnderReading : Verdict.Differs,
            $"06-models/models.parquet, metadata parameter.{parameter}. Reading: the printed value, with this project's defaults for what is not printed.", ClaimBasis.Run);
    }

    private static CheckedClaim Labels()
    {
        var atlas = CountryAtlas.LoadEmbedded(AtlasScale.Scale110m);
        var names = atlas.Countries.Select(c => c.Name).ToHashSet(StringComparer.Ordinal);
        var missing = PrintedPaper.Table1.Where(row => !names.Contains(row.Country)).Select(row => row.Country).ToList();
        return new(
            "C81", "§2, Table 1", "Countries come from a join with Natural Earth", "label “Dem. Rep. Congo”", $"{PrintedPaper.Table1.Length - missing.Count} of {PrintedPaper.Table1.Length} labels found",
            missing.Count == 0 ? Verdict.ReproducedUnderReading : Verdict.Differs,
            $"Column NAME of {atlas.Source} yields " + (missing.Count == 0 ? "all labels of Table 1" : $"all but {string.Join(", ", missing)}") + ". Reading: the label is NAME; scale and version are not given.",
            ClaimBasis.Run);
    }

    private static CheckedClaim Untrained(string id, string section, string statement) =>
        new(id, section, statement, "–", Numerals.Missing, Verdict.NotTestable, "No trained network with ConvNeXt1D's tensors in this run (06-models).", ClaimBasis.Run);

    private static long Expected(NetworkOutline outline)
    {
        long Norm(int width) => 2L * width;
        var total = ((long)outline.StemKernel * outline.Widths[0]) + outline.Widths[0] + Norm(outline.Widths[0]);
        for (var stage = 0; stage < outline.Widths.Length; stage++)
        {
            long width = outline.Widths[stage];
            total += outline.Depths[stage] * ((8 * width * width) + (16 * width));
            if (stage > 0)
                total += Norm(outline.Widths[stage - 1]) + (2L * outline.Widths[stage - 1] * width) + width;
        }

        return total + Norm(outline.Widths[^1]) + ((long)outline.Widths[^1] * outline.Classes) + outline.Classes;
    }
}
