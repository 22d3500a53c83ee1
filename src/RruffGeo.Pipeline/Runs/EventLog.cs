using System.Buffers;
using System.Collections.Immutable;
using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using RruffGeo.Pipeline.Files;
using RruffGeo.Pipeline.Store;

namespace RruffGeo.Pipeline.Runs;

/// <summary>Notes what was done for a run: one JSON object a line, oldest first, added to and never read by the engine.</summary>
/// <param name="path">The file <c>events.jsonl</c>.</param>
/// <remarks>
/// Safe to share between threads. Times stand here alone: no key, manifest or lock file has any. What ran is noted at once; what was there already
/// waits a little, so that a run with nothing to do writes once.
/// </remarks>
internal sealed class EventLog(string path)
{
    private static readonly TimeSpan pause = TimeSpan.FromMilliseconds(200);
    private readonly Lock gate = new();
    private readonly ArrayBufferWriter<byte> pending = new();
    private long wrote = Stopwatch.GetTimestamp();

    /// <summary>A stage is about to run.</summary>
    internal void Running(StageRequest request, string key, string reason) => Write("running", request, key, json => json.WriteString("reason", reason));

    /// <summary>An artifact is there.</summary>
    internal void Produced(StageRequest request, StageResult result) => Write("produced", request, result.Key, json =>
    {
        json.WriteString("verdict", result.Verdict.ToString());
        json.WriteString("logical", result.LogicalDigest);
        json.WriteNumber("tookSeconds", result.Used.Took.TotalSeconds);
        json.WriteNumber("processProcessorSeconds", result.Used.Processor.TotalSeconds);
        json.WriteNumber("processPeakMemoryBytes", result.Used.PeakMemoryBytes);
        json.WriteNumber("sideBySide", result.Used.SideBySide);
        WriteAccepted(json, result.Accepted);
    }, result.Verdict == StageVerdict.Ran ? Moment.Now : Moment.Soon);

    /// <summary>A result of earlier code was given the key of the present code.</summary>
    internal void Accepted(StageRequest request, Manifest manifest) => Write("accepted", request, manifest.Key, json => WriteAccepted(json, manifest.Accepted ?? []));

    /// <summary>Another process works on the key.</summary>
    internal void Waiting(StageRequest request, string key, string holder) => Write("waiting", request, key, json => json.WriteString("holder", holder));

    /// <summary>Writes what waits.</summary>
    internal void Flush()
    {
        lock (gate)
        {
            if (pending.WrittenCount == 0)
                return;
            StoreGuard.At(path, () =>
            {
                Directory.CreateDirectory(Path.GetDirectoryName(path)!);
                using var file = new FileStream(path, FileMode.Append, FileAccess.Write, FileShare.ReadWrite, bufferSize: 0);
                file.Write(pending.WrittenSpan);
            });
            pending.Clear();
            wrote = Stopwatch.GetTimestamp();
        }
    }

    private static void WriteAccepted(Utf8JsonWriter json, ImmutableArray<Acceptance> accepted)
    {
        if (accepted.IsEmpty)
            return;
        json.WriteString("acceptedFrom", accepted[^1].Key);
        json.WriteString("acceptedBecause", accepted[^1].Reason);
    }

    private void Write(string kind, StageRequest request, string key, Action<Utf8JsonWriter> more, Moment moment = Moment.Now)
    {
        using var line = new MemoryStream();
        using (var json = new Utf8JsonWriter(line))
        {
            json.WriteStartObject();
            json.WriteString("time", DateTime.UtcNow.ToString("O", CultureInfo.InvariantCulture));
            json.WriteNumber("process", Environment.ProcessId);
            json.WriteString("event", kind);
            json.WriteString("stage", request.Stage);
            json.WriteString("branch", request.Branch);
            json.WriteString("key", key);
            more(json);
            json.WriteEndObject();
        }
        line.WriteByte((byte)'\n');
        lock (gate)
        {
            pending.Write(line.GetBuffer().AsSpan(0, (int)line.Length));
            if (moment == Moment.Now || Stopwatch.GetElapsedTime(wrote) > pause)
                Flush();
        }
    }

    private enum Moment
    {
        Now,
        Soon,
    }
}
