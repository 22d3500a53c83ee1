using System.Collections.Immutable;
using System.Text;
using System.Text.Json;
using RruffGeo.Pipeline.Files;
using RruffGeo.Pipeline.Keys;
using RruffGeo.Pipeline.Runs;
using RruffGeo.Pipeline.Store;

namespace RruffGeo.Pipeline.Publication;

/// <summary>The records of all stage runs that a run's <c>paper.lock</c> names: read from the store, or from a copy of both that has left it.</summary>
/// <param name="Lock">Bytes of <c>paper.lock</c>.</param>
/// <param name="Stages">The records, ordered by stage and branch.</param>
public sealed record RunRecords(ImmutableArray<byte> Lock, ImmutableArray<StageRecord> Stages)
{
    private const int LongestLock = 64 << 20;

    /// <summary>The records of the run in <paramref name="runFolder"/>.</summary>
    /// <exception cref="InvalidDataException">There is no lock file, it is damaged, or the store has lost a record that it names.</exception>
    public static RunRecords Read(PipelineStore store, string runFolder)
    {
        var path = Path.Combine(runFolder, "paper.lock");
        if (FileStamp.Of(path) is not { } stamp)
            throw new InvalidDataException($"{runFolder} is no run: it has no paper.lock.");
        if (stamp.Size > LongestLock)
            throw new InvalidDataException($"{path} has {stamp.Size} bytes, more than {LongestLock}: it is no lock file.");
        var bytes = File.ReadAllBytes(path);
        return new(
            [.. bytes],
            [
                .. Entries(path, bytes).Values
                    .OrderBy(entry => entry.Name.Stage, StringComparer.Ordinal).ThenBy(entry => entry.Name.Branch, StringComparer.Ordinal)
                    .Select(entry => Of(store.Manifests.Find(entry.Key, out var fault) ?? throw Lost(store, entry, fault))),
            ]);
    }

    /// <summary>True for 64 lower-case hexadecimal digits.</summary>
    public static bool IsDigest(string text) => FileDigest.IsDigest(text);

    /// <summary>True if a path stays inside whatever folder it is put in, on every system.</summary>
    public static bool IsSafePath(string path) => OutputPath.IsSafe(path);

    /// <summary>The bytes of a record as they are published.</summary>
    public static byte[] ToJson(StageRecord record) =>
        [.. JsonSerializer.SerializeToUtf8Bytes(record, StageRecordJson.Readable.StageRecord), (byte)'\n'];

    /// <summary>The record that <paramref name="json"/> is.</summary>
    /// <param name="json">Bytes of unknown origin.</param>
    /// <param name="fault">Why they are none, or one that contradicts itself; null if it is sound.</param>
    /// <returns>Null if the bytes cannot be read as a record.</returns>
    public static StageRecord? Parse(ReadOnlySpan<byte> json, out string? fault)
    {
        try
        {
            var record = JsonSerializer.Deserialize(json, StageRecordJson.Readable.StageRecord);
            fault = record is null ? "it is empty" : FaultOf(record);
            return record;
        }
        catch (Exception error) when (error is JsonException or ArgumentException or NotSupportedException or EncoderFallbackException)
        {
            fault = error.Message;
            return null;
        }
    }

    /// <summary>In what <paramref name="records"/> disagree with a lock file, a sentence each; none if they agree.</summary>
    /// <param name="lockFile">Bytes of unknown origin.</param>
    /// <param name="records">Records that were read.</param>
    public static IEnumerable<string> Disagreements(byte[] lockFile, IReadOnlyCollection<StageRecord> records)
    {
        IReadOnlyDictionary<(string Stage, string Branch), LockEntry> entries;
        try
        {
            entries = Entries("paper.lock", lockFile);
        }
        catch (InvalidDataException error)
        {
            return [error.Message];
        }

        return Between(entries, records);
    }

    private static IEnumerable<string> Between(
        IReadOnlyDictionary<(string Stage, string Branch), LockEntry> entries, IReadOnlyCollection<StageRecord> records)
    {
        var recorded = records.Select(record => (record.Stage(), record.Branch())).ToHashSet();
        foreach (var name in entries.Keys.Where(name => !recorded.Contains(name)).Order())
            yield return $"paper.lock names {$"{name.Stage} {name.Branch}".TrimEnd()}, of which there is no manifest";
        foreach (var record in records)
            if (!entries.TryGetValue((record.Stage(), record.Branch()), out var entry))
                yield return $"the manifest of {record.Name()} is not in paper.lock";
            else
                foreach (var difference in Between(entry, record))
                    yield return difference;
    }

    private static IEnumerable<string> Between(LockEntry entry, StageRecord record)
    {
        var expected = LockEntry.Of(ManifestOf(record)).Values;
        foreach (var name in entry.Values.Keys.Union(expected.Keys, StringComparer.Ordinal).Order(StringComparer.Ordinal))
            if (entry.Values.GetValueOrDefault(name) is var locked && expected.GetValueOrDefault(name) is var said && locked != said)
                yield return $"{record.Name()}: paper.lock has {name} = {locked ?? "(nothing)"}, the manifest {said ?? "(nothing)"}";
    }

    private static string? FaultOf(StageRecord record) => record.Format == StageRecord.CurrentFormat
        ? (ManifestOf(record) with { Format = Manifest.CurrentFormat }).FaultUnder(record.Key)
        : $"format is '{record.Format}', expected '{StageRecord.CurrentFormat}'";

    private static IReadOnlyDictionary<(string Stage, string Branch), LockEntry> Entries(string path, byte[] bytes)
    {
        try
        {
            return LockText.Parse(Encoding.UTF8.GetString(bytes));
        }
        catch (FormatException error)
        {
            throw new InvalidDataException($"{path}: {error.Message}.", error);
        }
    }

    private static InvalidDataException Lost(PipelineStore store, LockEntry entry, string? fault) => new(
        $"The store {store.Root} has no sound record of {$"{entry.Name.Stage} {entry.Name.Branch}".TrimEnd()} under the key that paper.lock names{(fault is null ? "" : $" ({fault})")}. Make the run again.");

    private static StageRecord Of(Manifest manifest) => new()
    {
        Format = StageRecord.CurrentFormat,
        Key = manifest.Key,
        Parts = manifest.Parts,
        Outputs = [.. manifest.Outputs.Select(output => new RecordedFile(output.Path, output.Size, output.Sha256, output.Meaning))],
        Logical = manifest.Logical,
        Tier = manifest.Tier,
        Producer = manifest.Producer,
        Accepted = manifest.Accepted,
    };

    private static Manifest ManifestOf(StageRecord record) => new()
    {
        Format = record.Format,
        Key = record.Key,
        Parts = record.Parts,
        Outputs = record.Outputs.IsDefault ? [] : [.. record.Outputs.Select(output => output is null ? null! : new OutputFile(output.Path, output.Size, output.Sha256, output.Meaning))],
        Logical = record.Logical,
        Tier = record.Tier,
        TookSeconds = 0,
        ProcessorSeconds = 0,
        PeakMemoryBytes = 0,
        SideBySide = 1,
        Producer = record.Producer,
        Accepted = record.Accepted,
    };
}
