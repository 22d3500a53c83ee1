using System.Collections.Immutable;
using System.Text;
using System.Text.Json;
using RruffGeo.Build.Running;
using RruffGeo.Pipeline.Publication;

namespace RruffGeo.Build.Publishing;

/// <summary>What a bundle is and in what it is not as it was published.</summary>
/// <param name="Run">Name of the run, as the provenance says it.</param>
/// <param name="Simulated">True if its spectra were made up.</param>
/// <param name="Files">Number of files.</param>
/// <param name="Bytes">Their length together.</param>
/// <param name="Differences">A sentence each; none if it is sound.</param>
internal sealed record BundleVerification(string Run, bool Simulated, int Files, long Bytes, ImmutableArray<string> Differences)
{
    /// <summary>Checks the files of a bundle against its checksums, and lock, manifests and provenance against the files and each other.</summary>
    /// <exception cref="InvalidDataException"><c>SHA256SUMS</c> is missing or not understood.</exception>
    public static BundleVerification Of(string fileName, IReadOnlyList<BundleFile> files)
    {
        var present = files.ToDictionary(file => file.Path, StringComparer.Ordinal);
        if (!present.TryGetValue(BundleNames.Checksums, out var sums))
            throw new InvalidDataException($"There is no {BundleNames.Checksums} in it: it is no bundle of --target=Publish.");
        var differences = new List<string>(OfChecksums(Checksums.Parse(sums.Content), present));
        var records = new List<StageRecord>();
        differences.AddRange(OfManifests(present, records));
        differences.AddRange(OfArtifacts(present, records));
        var statement = new StatementCheck(present);
        differences.AddRange(statement.Differences);
        differences.AddRange(CrateCheck.Of(present));
        var simulated = PublishedRun.IsSimulated(records);
        differences.AddRange(OfNotices(fileName, present, statement, simulated));
        return new(statement.Run, simulated, files.Count, files.Sum(file => (long)file.Content.Length), [.. differences]);
    }

    private static IEnumerable<string> OfChecksums(SortedDictionary<string, string> sums, Dictionary<string, BundleFile> present)
    {
        foreach (var (path, digest) in sums)
            if (!present.TryGetValue(path, out var file))
                yield return $"missing: {path}";
            else if (file.Sha256 != digest)
                yield return $"altered: {path} (SHA-256 {file.Sha256}, published as {digest})";
        foreach (var path in present.Keys.Where(path => path != BundleNames.Checksums && !sums.ContainsKey(path)).Order(StringComparer.Ordinal))
            yield return $"extra: {BundleReader.Printable(path)}, which {BundleNames.Checksums} does not name";
    }

    private static IEnumerable<string> OfManifests(Dictionary<string, BundleFile> present, List<StageRecord> records)
    {
        foreach (var file in present.Values.Where(file => file.Path.StartsWith(BundleNames.Manifests, StringComparison.Ordinal)).OrderBy(file => file.Path, StringComparer.Ordinal))
        {
            var record = RunRecords.Parse(file.Content, out var fault);
            if (fault is not null)
                yield return $"{file.Path} is no sound manifest: {BundleReader.Printable(fault)}";
            else if (file.Path != BundleNames.ManifestOf(record!.Name()))
                yield return $"{file.Path} is the manifest of {BundleReader.Printable(record.Name())}";
            if (fault is null)
                records.Add(record!);
        }

        if (!present.TryGetValue(BundleNames.Lock, out var lockFile))
            yield return $"missing: {BundleNames.Lock}";
        else
            foreach (var difference in RunRecords.Disagreements(lockFile.Content, records))
                yield return BundleReader.Printable(difference);
    }

    private static IEnumerable<string> OfArtifacts(Dictionary<string, BundleFile> present, IReadOnlyCollection<StageRecord> records)
    {
        var known = new HashSet<string>(StringComparer.Ordinal);
        foreach (var stage in BundleNames.PublishedStages.Where(stage => records.All(record => record.Stage() != stage)))
            yield return $"missing: the manifest of {stage}";
        foreach (var record in records.Where(record => BundleNames.PublishedStages.Contains(record.Stage())))
            foreach (var output in record.Outputs)
            {
                var path = $"{record.Name()}/{output.Path}";
                known.Add(path);
                if (path == PublishedReport.Whole && present.ContainsKey(PublishedReport.WithoutViewer) && !PublishedRun.IsSimulated(records))
                    continue;
                if (!present.TryGetValue(path, out var file))
                    yield return $"missing: {path}, which the manifest of {record.Name()} names";
                else if (file.Sha256 != output.Sha256 || file.Content.Length != output.Size)
                    yield return $"altered: {path} (SHA-256 {file.Sha256}, {output.Sha256} by the manifest of {record.Name()})";
            }

        foreach (var path in present.Keys.Where(path => path.Length > 3 && char.IsAsciiDigit(path[0]) && !known.Contains(path)).Order(StringComparer.Ordinal))
            yield return $"extra: {BundleReader.Printable(path)}, which no manifest names";
    }

    private static IEnumerable<string> OfNotices(string fileName, Dictionary<string, BundleFile> present, StatementCheck statement, bool simulated)
    {
        if (statement.Simulated != simulated)
            yield return $"{BundleNames.Statement} says that the data are {(simulated ? "measured" : "simulated")}, the manifests that they are {(simulated ? "simulated" : "measured")}";
        foreach (var name in (string[])[BundleNames.Readme, BundleNames.Citation, BundleNames.Attributions])
            if (!present.TryGetValue(name, out var file))
                yield return $"missing: {name}";
            else if (Encoding.UTF8.GetString(file.Content).Contains(SimulatedNotice.Text, StringComparison.Ordinal) != simulated)
                yield return $"{name} {(simulated ? "does not say" : "says")} that the data are simulated";
        if (simulated && !fileName.Contains(BundleNames.Simulated, StringComparison.OrdinalIgnoreCase))
            yield return $"the file's name does not say that the data are simulated; it was {BundleNames.FileOf(statement.Run, simulated)}";
    }
}
