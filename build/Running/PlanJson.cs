using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using RruffGeo.Pipeline;

namespace RruffGeo.Build.Running;

/// <summary>Plans, and differences of runs, for programs.</summary>
internal static class PlanJson
{
    private static readonly JsonWriterOptions readable = new() { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>What <c>Plan</c> and <c>Explain</c> say: an array <c>stages</c>; times in seconds, what is not known as null.</summary>
    public static string Of(IReadOnlyList<PlanEntry> entries) => Text(json =>
    {
        json.WriteStartArray("stages");
        foreach (var entry in entries)
        {
            json.WriteStartObject();
            WriteName(json, entry.Wiring.Stage, entry.Wiring.Branch);
            json.WriteString("verdict", PlanText.Verdict(entry.State));
            json.WriteString("reason", entry.Why);
            json.WriteString("key", entry.Key.Length == 0 ? null : entry.Key);
            if (entry.Took is { } took)
                json.WriteNumber("tookSeconds", Math.Round(took.TotalSeconds, 3));
            else
                json.WriteNull("tookSeconds");
            json.WriteStartArray("waitsFor");
            foreach (var stage in entry.WaitsFor)
                json.WriteStringValue(stage);
            json.WriteEndArray();
            WriteCauses(json, "causes", entry.Causes);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        foreach (var (name, state) in ((string, PlanState)[])[("toRun", PlanState.Run), ("mayRun", PlanState.Waits), ("toRestore", PlanState.Restore)])
            json.WriteNumber(name, entries.Count(entry => entry.State == state));
    });

    /// <summary>What <c>Explain --against</c> says: an array <c>stages</c> of those that are not the same, and one of root <c>causes</c>.</summary>
    public static string Of(IReadOnlyList<StageChange> changes, Func<StageChange, IReadOnlyList<Cause>> causesOf) => Text(json =>
    {
        json.WriteStartArray("stages");
        foreach (var change in changes)
        {
            json.WriteStartObject();
            WriteName(json, change.Stage, change.Branch);
            json.WriteString("presence", change.Presence switch { StagePresence.FirstOnly => "first only", StagePresence.SecondOnly => "second only", _ => "both" });
            json.WriteBoolean("sameArtifact", change.Artifact == ArtifactAgreement.Same);
            json.WriteStartArray("changes");
            foreach (var part in change.Changes)
                WriteChange(json, part, _ => { });
            json.WriteEndArray();
            json.WriteEndObject();
        }

        json.WriteEndArray();
        WriteCauses(json, "causes", changes.SelectMany(causesOf).DistinctBy(cause => cause.ToString(), StringComparer.Ordinal));
    });

    private static string Text(Action<Utf8JsonWriter> write)
    {
        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes, readable))
        {
            json.WriteStartObject();
            write(json);
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(bytes.ToArray());
    }

    private static void WriteCauses(Utf8JsonWriter json, string name, IEnumerable<Cause> causes)
    {
        json.WriteStartArray(name);
        foreach (var cause in causes)
            WriteChange(json, cause.Change, _ => WriteName(json, cause.Stage, cause.Branch));
        json.WriteEndArray();
    }

    private static void WriteChange(Utf8JsonWriter json, KeyChange change, Action<KeyChange> first)
    {
        json.WriteStartObject();
        first(change);
        json.WriteString("part", change.Part);
        json.WriteString("before", change.Before);
        json.WriteString("after", change.After);
        json.WriteString("detail", change.Detail);
        json.WriteEndObject();
    }

    private static void WriteName(Utf8JsonWriter json, string stage, string branch)
    {
        json.WriteString("stage", stage);
        json.WriteString("branch", branch);
    }
}
