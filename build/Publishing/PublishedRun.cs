using System.Collections.Immutable;
using RruffGeo.Pipeline.Publication;

namespace RruffGeo.Build.Publishing;

/// <summary>What a run has to publish: its records, and the files of its published stages, each checked against its record.</summary>
/// <param name="Name">Name of the run.</param>
/// <param name="Records">What its stages were and gave.</param>
/// <param name="Files">Files of the published stages, paths as in the run's folder, in ordinal order.</param>
internal sealed record PublishedRun(string Name, RunRecords Records, ImmutableArray<BundleFile> Files)
{
    private const string Corpus = "00-corpus";

    /// <summary>True if the spectra were made up: stage 01 read the demo corpus.</summary>
    public bool Simulated { get; } = IsSimulated(Records.Stages);

    /// <summary>True if these records begin with the demo corpus.</summary>
    public static bool IsSimulated(IEnumerable<StageRecord> records) => records.Any(record =>
        record.Stage() == Corpus || record.Stage() == "01-raw" && record.PartsOf("input").Any(input => input.Key.StartsWith(Corpus, StringComparison.Ordinal)));

    /// <summary>Reads the published stages of the run in <paramref name="runFolder"/>.</summary>
    /// <exception cref="InvalidDataException">A stage was not made, or a file is not as it was made.</exception>
    public static PublishedRun Read(RunRecords records, string runFolder)
    {
        var name = Path.GetFileName(Path.TrimEndingDirectorySeparator(runFolder));
        foreach (var stage in BundleNames.PublishedStages)
            if (records.Stages.All(record => record.Stage() != stage))
                throw new InvalidDataException($"{runFolder} is not finished: it has no {stage}. Make it first: --target=Paper with the run's own arguments.");
        return new(
            name, records,
            [
                .. records.Stages.Where(record => BundleNames.PublishedStages.Contains(record.Stage()))
                    .SelectMany(record => record.Outputs, (record, output) => (Path: $"{record.Name()}/{output.Path}", Output: output))
                    .OrderBy(file => file.Path, StringComparer.Ordinal).Select(file => Read(runFolder, file.Path, file.Output)),
            ]);
    }

    private static BundleFile Read(string runFolder, string path, RecordedFile recorded)
    {
        var file = Path.Combine(runFolder, path.Replace('/', Path.DirectorySeparatorChar));
        const string advice = "Make the run again (--target=Paper with its own arguments): the store restores what it made.";
        if (!File.Exists(file))
            throw new InvalidDataException($"{file} is missing. {advice}");
        if (new FileInfo(file).Length != recorded.Size)
            throw Altered();
        var found = new BundleFile(path, File.ReadAllBytes(file));
        return found.Sha256 == recorded.Sha256 ? found : throw Altered();

        InvalidDataException Altered() => new($"{file} was altered after it had been made. {advice}");
    }
}
