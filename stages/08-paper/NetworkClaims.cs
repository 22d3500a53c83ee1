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
        yield return Block(sources, outline);
        yield return Stages(sources, outline);
        yield return Head(sources, outline);
        yield return Labels();
        foreach (var claim in sources.Branches.Take(1).SelectMany(branch => Settings(sources, branch.Configuration)))
            yield return claim;
    }

    private static CheckedClaim Block(PaperSources sources, NetworkOutline? outline)
    {
        if (outline is null)
            return Untrained("C70", "eq. 5", "The block is that of ConvNeXt");
        var expected = Expected(outline);
        return new(
            "C70", "eq. 5", "The block is that of ConvNeXt", "–",
            $"{Numerals.Of(outline.Parameters)} parameters, {Numerals.Of(expected)} by the published design", outline.Parameters == expected ? Verdict.ReproducedUnderReading : Verdict.Differs,
            $"A block of width d has 8d² + 16d numbers (depthwise k{outline.BlockKernel}, LayerNorm, d → {outline.Expansion}d → d, γ), summed over {string.Join(", ", outline.Depths)} blocks, stem, down-sampling and head. Reading: the block of ConvNeXt V1, in one dimension.",
            ClaimBasis.Run)
        {
            How = "Parameters counted in the trained tensors, beside those that the published design gives at these sizes.",
            Artifact = ModelsTable(sources),
            Row = "every tensor",
        };
    }

    private static CheckedClaim Stages(PaperSources sources, NetworkOutline? outline) => outline is null
        ? Untrained("C71", "eq. 3–4", "Stages consist of blocks only")
        : new(
            "C71", "eq. 3–4", "Stages consist of blocks only", string.Join(", ", PrintedPaper.Widths), $"{outline.DownKernels.Length} down-sampling layers between {outline.Widths.Length} stages",
            outline.DownKernels.Length == 0 ? Verdict.Reproduced : Verdict.Contradicted,
            "The network could not be built without them, because a block keeps its width.", ClaimBasis.Run)
        {
            How = "Layers between stages, counted in the trained tensors.",
            Artifact = ModelsTable(sources),
            Row = "down1 …",
        };

    private static CheckedClaim Head(PaperSources sources, NetworkOutline? outline) => outline is null
        ? Untrained("C73", "eq. 6", "Head: mean over length, LayerNorm, linear")
        : new(
            "C73", "eq. 6", "Head: mean over length, LayerNorm, linear", "–", $"LayerNorm over {outline.Widths[^1]}, linear {outline.Widths[^1]} → {outline.Classes}", Verdict.Reproduced,
            "The same order as in ConvNeXt's official code: mean over length, LayerNorm, linear.", ClaimBasis.Run)
        {
            How = "Shapes of the last tensors, beside eq. 6 and the official code.",
            Artifact = ModelsTable(sources),
            Row = "norm, head",
        };

    private static IEnumerable<CheckedClaim> Settings(PaperSources sources, IReadOnlyDictionary<string, string> configuration) =>
    [
        Setting("C74", "§4.3", "Initial layer scale γ", "1e-6", nameof(ModelsParameters.LayerScale), sources, configuration),
        Setting("C76", "§4.3", "Learning rate of schedule-free AdamW", "0.001", nameof(ModelsParameters.LearningRate), sources, configuration),
        Setting("C77", "B.3", "Weight decay", "0.35", nameof(ModelsParameters.WeightDecay), sources, configuration),
    ];

    private static CheckedClaim Setting(string id, string section, string statement, string printed, string parameter, PaperSources sources, IReadOnlyDictionary<string, string> configuration)
    {
        var used = NetworkFigures.Stated(configuration, parameter);
        return new(
            id, section, statement, printed, used.Length > 0 ? $"trained with {used}" : "not stated",
            used.Length == 0 ? Verdict.NotTestable : used == printed ? Verdict.ReproducedUnderReading : Verdict.Differs,
            "Reading: the printed value, with this project's defaults for what is not printed." + (id == "C77" ? " Its effect on accuracy was not measured in this run." : ""), ClaimBasis.Run)
        {
            How = "The value the networks were trained with, beside the printed one.",
            Artifact = ModelsTable(sources),
            Row = $"metadata parameter.{parameter}",
        };
    }

    private static CheckedClaim Labels()
    {
        var atlas = CountryAtlas.LoadEmbedded(AtlasScale.Scale110m);
        var names = atlas.Countries.Select(c => c.Name).ToHashSet(StringComparer.Ordinal);
        var missing = PrintedPaper.Table1.Where(row => !names.Contains(row.Country)).Select(row => row.Country).ToList();
        return new(
            "C81", "§2, Table 1", "Countries come from a join with Natural Earth", "label “Dem. Rep. Congo”", $"{PrintedPaper.Table1.Length - missing.Count} of {PrintedPaper.Table1.Length} labels found",
            missing.Count == 0 ? Verdict.ReproducedUnderReading : Verdict.Differs,
            $"Column NAME of {atlas.Source} yields " + (missing.Count == 0 ? "all labels of Table 1" : $"all but {string.Join(", ", missing)}") + ". Natural Earth's ADMIN has the Democratic Republic of the Congo in full, NAME_LONG the Russian Federation: neither fits the table. Reading: the label is NAME; scale and version are not given.",
            ClaimBasis.Run)
        {
            How = "The 20 labels of Table 1 looked up among the names of the embedded polygons.",
            Artifact = "embedded polygons, 1:110m",
            Row = "NAME",
        };
    }

    private static CheckedClaim Untrained(string id, string section, string statement) =>
        new(id, section, statement, "–", Numerals.Missing, Verdict.NotTestable, "No trained network with ConvNeXt1D's tensors in this run.", ClaimBasis.Run)
        {
            How = "Read from the tensors of a trained network, where there is one.",
            Artifact = "06-models",
            Row = "none",
        };

    private static string ModelsTable(PaperSources sources) =>
        sources.Branches.Count == 0 ? "06-models" : $"06-models/{sources.Branches[0].Protocol}/{sources.Branches[0].Model}/fold-{Numerals.Of(sources.Branches[0].Fold)}/models.parquet";

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
