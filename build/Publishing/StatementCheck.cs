using System.Text.Json;

namespace RruffGeo.Build.Publishing;

/// <summary>Holds <c>provenance.intoto.json</c> against the files it speaks about.</summary>
internal sealed class StatementCheck
{
    private static readonly string[] notSubjects = [BundleNames.Statement, BundleNames.Checksums];

    public StatementCheck(IReadOnlyDictionary<string, BundleFile> present)
    {
        if (!present.TryGetValue(BundleNames.Statement, out var file))
        {
            Differences = [$"missing: {BundleNames.Statement}"];
            return;
        }

        try
        {
            using var json = JsonDocument.Parse(file.Content, new JsonDocumentOptions { MaxDepth = 16 });
            var root = json.RootElement;
            var parameters = root.GetProperty("predicate").GetProperty("buildDefinition").GetProperty("externalParameters");
            (Run, Simulated) = (BundleReader.Printable(parameters.GetProperty("run").GetString()!), parameters.GetProperty("simulated").GetBoolean());
            var subjects = root.GetProperty("subject").EnumerateArray()
                .Select(subject => (Name: subject.GetProperty("name").GetString()!, Digest: subject.GetProperty("digest").GetProperty("sha256").GetString())).ToList();
            var named = subjects.Select(subject => subject.Name).ToHashSet(StringComparer.Ordinal);
            Differences =
            [
                .. from subject in subjects
                   where !present.TryGetValue(subject.Name, out var found) || found.Sha256 != subject.Digest
                   select $"{BundleNames.Statement} speaks of {BundleReader.Printable(subject.Name)} with SHA-256 {BundleReader.Printable(subject.Digest ?? "")}, which is not here",
                .. present.Keys.Where(path => !named.Contains(path) && !notSubjects.Contains(path)).Order(StringComparer.Ordinal)
                    .Select(path => $"{BundleNames.Statement} does not speak of {BundleReader.Printable(path)}"),
            ];
        }
        catch (Exception fault) when (fault is JsonException or KeyNotFoundException or InvalidOperationException or ArgumentNullException)
        {
            Differences = [$"{BundleNames.Statement} is no in-toto statement with SLSA provenance: {BundleReader.Printable(fault.Message)}"];
        }
    }

    /// <summary>Name of the run; empty if the statement does not say.</summary>
    public string Run { get; } = "";

    /// <summary>Whether the statement says that the data are simulated.</summary>
    public bool Simulated { get; }

    public IReadOnlyList<string> Differences { get; }
}
