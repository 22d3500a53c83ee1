using System.Collections.Immutable;
using System.Text;
using RruffGeo.Presentation.Drawing;

namespace RruffGeo.Stages;

/// <summary>Draws the paper's figures 1–9 and ours, as far as the run has what they show.</summary>
internal static class DrawFigures
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    /// <summary>All figures in the order of the report.</summary>
    public static ImmutableArray<DrawnFigure> Of(PaperSources sources, ExampleSpectra examples, TrainedModels models) =>
        [.. DataFigures.Of(sources, examples), .. NetworkFigures.Of(sources, models), .. ResultFigures.Of(sources)];

    /// <summary>Writes each figure below <paramref name="folder"/> as SVG and PNG.</summary>
    public static void Run(ImmutableArray<DrawnFigure> figures, string folder, CancellationToken cancellation)
    {
        Directory.CreateDirectory(folder);
        Parallel.ForEach(figures, new ParallelOptions { CancellationToken = cancellation }, figure =>
        {
            File.WriteAllText(Path.Combine(folder, figure.Id + ".svg"), SvgImage.Of(figure.Picture), Utf8);
            File.WriteAllBytes(Path.Combine(folder, figure.Id + ".png"), PngImage.Of(figure.Picture));
        });
    }
}
