using Cake.Core;
using Cake.Frosting;
using RruffGeo.Build.Bench;
using RruffGeo.Geography;

namespace RruffGeo.Build;

/// <summary>Measures the country polygons and the alias table against sites whose country is known.</summary>
[TaskName("GeographyQuality"), TaskDescription("country polygons beside mineral sites of known country (--mines=FILE; --countries=PATH adds polygons)")]
public sealed class GeographyQualityTask : FrostingTask<PaperContext>
{
    /// <inheritdoc/>
    public override void Run(PaperContext context)
    {
        if (context.Typed.Mines is not { } mines)
            throw new CakeException(2, "--target=GeographyQuality needs --mines=FILE, a tab-separated table with the columns country, lat and lon (.tsv, or .tsv.gz).");
        GeographyReport.Write(
            Console.Out, [.. MineralSites.Read(mines)],
            [
                .. Enum.GetValues<AtlasScale>().Select(CountryAtlas.LoadEmbedded),
                .. context.Typed.Countries is { } path ? [CountryAtlas.LoadShapefile(path)] : Array.Empty<CountryAtlas>(),
            ]);
    }
}
