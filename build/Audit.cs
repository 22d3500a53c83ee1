using Cake.Core;
using Cake.Frosting;
using RruffGeo.Artifacts;
using RruffGeo.Build.Running;
using RruffGeo.Stages;

namespace RruffGeo.Build;

/// <summary>Any table → does it leak?</summary>
[TaskName("Audit"), TaskDescription("the leakage audit of any table: --csv=FILE [--column=specimen=HEADER]…; without --csv: of the run's own spectra")]
public sealed class AuditTask : FrostingTask<PaperContext>
{
    /// <inheritdoc/>
    public override void Run(PaperContext paper)
    {
        var (typed, parameters) = (paper.Typed, paper.Parameters);
        var folder = Path.Combine(typed.RunFolder, "audit");
        using var interruption = new Interruption();
        try
        {
            Directory.CreateDirectory(folder);
            var table = ReadFeatureTable.Run(typed.Csv ?? Export(typed.RunFolder, folder, interruption.Token), ColumnRoles.Parse(typed.Columns), interruption.Token);
            var audit = AuditFeatureTable.Run(table, parameters.Folds, parameters.Baselines, parameters.Metrics, new Progress<StageProgress>(), interruption.Token);
            foreach (var line in audit.Lines())
                Console.WriteLine(line);
            Console.WriteLine();
            foreach (var file in audit.Write(folder))
                Console.WriteLine($"Written    {file}");
        }
        catch (InvalidDataException fault)
        {
            throw new CakeException(fault.Message);
        }
    }

    private static string Export(string run, string folder, CancellationToken cancellation)
    {
        var resampled = Path.Combine(run, "04-resampled");
        if (!Directory.Exists(resampled))
            throw new InvalidDataException($"There is no {resampled}. Name a table with --csv=FILE, or make the run with --target=Folds --run={Path.GetFileName(run)}.");
        var path = Path.Combine(folder, "table.csv");
        ExportFeatureTable.Run(
            new RawSpectra(Path.Combine(run, "01-raw")), new JoinedSpectra(Path.Combine(run, "03-joined")), new ResampledSpectra(resampled), path, cancellation);
        return path;
    }
}
