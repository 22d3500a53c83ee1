using System.Globalization;
using System.Text.Json;
using RruffGeo.Pipeline.Files;

namespace RruffGeo.Pipeline.Runs;

/// <summary>Notes what was done for a run: one JSON object a line, oldest first, added to and never read by the engine.</summary>
/// <param name="path">The file <c>events.jsonl</c>.</param>
/// <remarks>Safe to share between threads. Times stand here alone: no key, manifest or lock file has any.</remarks>
internal sealed class EventLog(string path)
{
    private readonly Lock gate = new();

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
    });

    /// <summary>Another process works on the key.</summary>
    internal void Waiting(StageRequest request, string key, string holder) => Write("waiting", request, key, json => json.WriteString("holder", holder));

    private void Write(string kind, StageRequest request, string key, Action<Utf8JsonWriter> more)
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
            StoreGuard.At(path, () =>
            {
                Directory.CreateDirectory(Path.GetDirectoryName(path)!);
                using var file = new FileStream(path, FileMode.Append, FileAccess.Write, FileShare.ReadWrite, bufferSize: 0);
                file.Write(line.ToArray());
            });
    }
}
