using System.Collections.Immutable;
using RruffGeo.Presentation.Drawing;
using RruffGeo.Presentation.Report;

namespace RruffGeo.Stages;

/// <summary>The report's section on where its numbers come from: files by digest, archives, grid, training configurations.</summary>
internal static class ProvenanceSection
{
    public static Section Of(PaperSources sources, ArtifactFiles files) => new(
        "provenance", "Provenance",
        [
            new Paragraph("Every value comes from the artifacts of stages 01–07; this stage renders them. Figures and tables link to the files below; sha256sum, run in the run's folder, gives the same digests."),
            new ArtifactsBlock("Files of the artifacts", files.All), .. Provenance(sources),
        ]);

    private static ImmutableArray<Facts> Provenance(PaperSources sources)
    {
        var facts = ImmutableArray.CreateBuilder<Facts>();
        facts.Add(new Facts("Archives", [.. sources.Archives.Select(a => (a.Archive, $"SHA-256 {a.Sha256}, {Numerals.Of(a.Bytes)} bytes"))]));
        facts.Add(new Facts("Grid", [("first", $"{Numerals.Of(sources.Grid.First, 1)} cm⁻¹"), ("last", $"{Numerals.Of(sources.Grid.Last, 1)} cm⁻¹"), ("points", Numerals.Of(sources.Grid.Points))]));
        foreach (var branch in sources.Branches.DistinctBy(b => (b.Protocol, b.Model)))
        {
            facts.Add(new Facts(
                $"Training of {Naming.Model(branch.Model)}, {branch.Protocol} folds (as of fold {branch.Fold})",
                [.. branch.Configuration.Where(c => !c.Key.StartsWith("unit:", StringComparison.Ordinal)).OrderBy(c => c.Key, StringComparer.Ordinal).Select(c => (c.Key, c.Value))]));
        }

        return facts.ToImmutable();
    }
}
