using Cake.Frosting;
using RruffGeo.Build.Bench;

namespace RruffGeo.Build;

/// <summary>Measures what stage 07 promises.</summary>
[TaskName("BenchMetrics"), TaskDescription("stage 07 on 12,000 made-up spectra of 100 countries, five folds, five protocols; the bootstrap and the nearest neighbours by themselves")]
public sealed class BenchMetricsTask : FrostingTask<PaperContext>
{
    /// <inheritdoc/>
    public override void Run(PaperContext context)
    {
        var folder = Directory.CreateTempSubdirectory("rruffgeo-bench-");
        try
        {
            MetricsBench.Run(folder.FullName, Console.Out, CancellationToken.None);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
