using System.Collections.Immutable;
using System.Globalization;
using RruffGeo.Presentation;
using RruffGeo.Presentation.Claims;
using RruffGeo.Presentation.Drawing;
using RruffGeo.Presentation.Figures;

namespace RruffGeo.Stages;

/// <summary>Figure 6, read off the tensors of a trained network.</summary>
internal static class NetworkFigures
{
    public static IEnumerable<DrawnFigure> Of(PaperSources sources, TrainedModels models)
    {
        if (models.Branches.IsDefaultOrEmpty || Outline(models.Branches[0], sources.Grid.Points) is not { } outline)
            yield break;
        var asPaper = outline.Depths.SequenceEqual(PrintedPaper.Depths) && outline.Widths.SequenceEqual(PrintedPaper.Widths);
        yield return new(
            "figure-6-block",
            $"Figure 6. The network as trained, sizes read from its tensors ({(asPaper ? "depths and widths are the paper's" : "depths and widths differ from the paper's")}), and its block (eq. 5).",
            BlockDiagramFigure.Draw(
                new FigureText("ConvNeXt1D and its block", "", $"Stem, {outline.Widths.Length} stages of {string.Join(", ", outline.Depths)} blocks with {string.Join(", ", outline.Widths)} channels, head.", sources.Origin),
                outline));
    }

    /// <summary>The network's sizes by the canonical names of its tensors; null if the tensors are not those of a ConvNeXt1D.</summary>
    internal static NetworkOutline? Outline(TrainedModel model, int inputLength)
    {
        var shapes = model.Tensors.ToDictionary(t => t.Name, t => t.Shape.Split(',').Select(size => int.Parse(size, CultureInfo.InvariantCulture)).ToArray(), StringComparer.Ordinal);
        var depths = Enumerable.Range(0, 16).Select(stage => Enumerable.Range(0, 1000).TakeWhile(block => shapes.ContainsKey($"stage{stage}.block{block}.gamma")).Count())
            .TakeWhile(depth => depth > 0).ToImmutableArray();
        if (depths.IsEmpty || !shapes.TryGetValue("stem.conv.weight", out var stem) || !shapes.TryGetValue("head.weight", out var head))
            return null;
        var widths = depths.Select((_, stage) => shapes[$"stage{stage}.block0.gamma"][0]).ToImmutableArray();
        return new NetworkOutline
        {
            InputLength = inputLength,
            StemKernel = stem[^1],
            Depths = depths,
            Widths = widths,
            DownKernels = [.. Enumerable.Range(1, depths.Length - 1).Where(stage => shapes.ContainsKey($"down{stage}.conv.weight")).Select(stage => shapes[$"down{stage}.conv.weight"][^1])],
            BlockKernel = shapes["stage0.block0.dwconv.weight"][^1],
            Expansion = shapes["stage0.block0.pwconv1.weight"][0] / widths[0],
            Classes = head[0],
            Parameters = shapes.Values.Sum(shape => shape.Aggregate(1L, (product, size) => product * size)),
            DropPath = Stated(model.Configuration, nameof(ModelsParameters.DropPath)),
            LayerScale = Stated(model.Configuration, nameof(ModelsParameters.LayerScale)),
        };
    }

    /// <summary>A training parameter as the configuration states it, small numbers as powers of ten; empty if it does not.</summary>
    internal static string Stated(IReadOnlyDictionary<string, string> configuration, string parameter) =>
        !configuration.TryGetValue($"parameter.{parameter}", out var value) ? ""
        : !double.TryParse(value, CultureInfo.InvariantCulture, out var number) ? value
        : number.ToString(Math.Abs(number) is > 0 and < 1e-3 ? "0.###e-0" : "0.######", CultureInfo.InvariantCulture);
}
