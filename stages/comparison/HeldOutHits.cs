using RruffGeo.Evaluation;

namespace RruffGeo.Stages;

/// <summary>Which held-out spectra of a run each of its models got right, read from the predictions of stage 06.</summary>
internal sealed class HeldOutHits
{
    private HeldOutHits(string run, IReadOnlyDictionary<string, string> specimens, IReadOnlyDictionary<(string Protocol, string Model), Dictionary<string, bool>> hits) =>
        (Run, Specimens, Hits) = (run, specimens, hits);

    /// <summary>Name of the run.</summary>
    public string Run { get; }

    /// <summary>Specimen of each spectrum by its id; empty where there is none.</summary>
    public IReadOnlyDictionary<string, string> Specimens { get; }

    /// <summary>For each protocol and model: was each spectrum that it held out predicted rightly?</summary>
    public IReadOnlyDictionary<(string Protocol, string Model), Dictionary<string, bool>> Hits { get; }

    /// <summary>Reads a run; a run without predictions has no hits.</summary>
    public static HeldOutHits Read(string folder, CancellationToken cancellation)
    {
        var hits = new Dictionary<(string Protocol, string Model), Dictionary<string, bool>>();
        foreach (var stage in (string[])["06-models", "06-baselines"])
            foreach (var path in Files(Path.Combine(folder, stage)))
            {
                cancellation.ThrowIfCancellationRequested();
                var parts = Path.GetRelativePath(Path.Combine(folder, stage), path).Split(Path.DirectorySeparatorChar);
                if (parts.Length != 4)
                    continue;
                if (!hits.TryGetValue((parts[0], parts[1]), out var ofModel))
                    hits[(parts[0], parts[1])] = ofModel = new Dictionary<string, bool>(StringComparer.Ordinal);
                foreach (var row in Artifacts.ParquetTable.Read<HeldOutPrediction>(path))
                    ofModel[row.SpectrumId] = ClassRanking.First(row.Logits) == row.Class;
            }

        var joined = Path.Combine(folder, "03-joined");
        var specimens = hits.Count == 0 || !Directory.Exists(joined) ? [] : new JoinedSpectra(joined).Spectra.ToDictionary(row => row.SpectrumId, row => row.Specimen, StringComparer.Ordinal);
        return new HeldOutHits(Path.GetFileName(folder), specimens, hits);
    }

    private static string[] Files(string stage) =>
        Directory.Exists(stage) ? [.. Directory.EnumerateFiles(stage, "predictions.parquet", SearchOption.AllDirectories).Order(StringComparer.Ordinal)] : [];
}
