using System.Globalization;
using System.Text.Json.Nodes;
using RruffGeo.Build.Running;
using RruffGeo.Pipeline.Publication;
using static RruffGeo.Build.Publishing.ProvenanceJson;

namespace RruffGeo.Build.Publishing;

/// <summary>
/// <c>ro-crate-metadata.json</c>: RO-Crate 1.1 with the Process Run Crate profile, from the records alone. One CreateAction a stage run:
/// instrument = the code by its digest, object = what it read, result = what it gave.
/// </summary>
internal static class RoCrate
{
    private const string Crate = "https://w3id.org/ro/crate/1.1";
    private const string Profile = "https://w3id.org/ro/wfrun/process/0.5";
    private const string Licence = "https://spdx.org/licenses/MIT";

    /// <summary>The crate of <paramref name="run"/>.</summary>
    /// <param name="run">The run.</param>
    /// <param name="files">All files of the bundle but the provenance files and SHA256SUMS.</param>
    /// <param name="date">Day of publication.</param>
    public static BundleFile Of(PublishedRun run, IEnumerable<BundleFile> files, DateTime date)
    {
        var stages = run.Records.Stages;
        var inside = files.OrderBy(file => file.Path, StringComparer.Ordinal).ToList();
        var paths = inside.Select(file => file.Path).ToHashSet(StringComparer.Ordinal);
        var graph = Array(
        [
            Object(("@id", BundleNames.Crate), ("@type", "CreativeWork"), ("conformsTo", Reference(Crate)), ("about", Reference("./"))),
            Object(
                ("@id", "./"), ("@type", "Dataset"), ("conformsTo", Reference(Profile)),
                ("name", $"RruffGeo, run {run.Name}{(run.Simulated ? " (simulated data)" : "")}"),
                ("description", run.Simulated ? $"{SimulatedNotice.Text} Output of the pipeline on its embedded demo corpus." : "A rerun of From Spectra to Geography: Intelligent Mapping of RRUFF Mineral Data; tables, figures, claims, metrics, folds."),
                ("datePublished", date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)), ("license", Reference(Licence)), ("author", Reference("#authors")),
                ("hasPart", Array(inside.Select(file => Reference(Address(file.Path))))),
                ("mentions", Array(stages.Select(record => Reference(ActionOf(record)))))),
            Object(("@id", Profile), ("@type", "CreativeWork"), ("name", "Process Run Crate"), ("version", "0.5")),
            Object(("@id", Licence), ("@type", "CreativeWork"), ("name", "MIT License")),
            Object(("@id", "#authors"), ("@type", "Organization"), ("name", "The RruffGeo authors")),
            .. inside.Select(FileEntity),
            .. stages.Select(record => Action(record, stages, paths)),
            .. stages.GroupBy(record => record.Code()).OrderBy(group => group.Key, StringComparer.Ordinal).Select(Code),
            .. stages.Select(Artifact),
            .. Outside(stages).Select(input => Object(("@id", $"#{input.Digest}"), ("@type", "Dataset"), ("name", input.Name), ("identifier", $"sha256:{input.Digest}"))),
            .. stages.SelectMany(record => record.PartsOf("parameter")).GroupBy(part => (part.Key, part.Value)).OrderBy(group => group.Key.Key, StringComparer.Ordinal)
                .ThenBy(group => group.Key.Value, StringComparer.Ordinal)
                .Select(group => Object(("@id", ParameterOf(group.First())), ("@type", "PropertyValue"), ("name", group.Key.Key), ("value", group.Key.Value))),
        ]);
        return File(BundleNames.Crate, Object(("@context", $"{Crate}/context"), ("@graph", graph)));
    }

    private static JsonObject FileEntity(BundleFile file) => Object(
        ("@id", Address(file.Path)), ("@type", "File"), ("name", Path.GetFileName(file.Path)), ("contentSize", file.Content.Length.ToString(CultureInfo.InvariantCulture)),
        ("encodingFormat", MediaType(file.Path)), ("sha256", file.Sha256));

    private static JsonObject Action(StageRecord record, IReadOnlyList<StageRecord> all, HashSet<string> paths) => Object(
        ("@id", ActionOf(record)), ("@type", "CreateAction"), ("name", $"{record.Name()}"), ("identifier", $"sha256:{record.Key}"), ("actionStatus", Reference("http://schema.org/CompletedActionStatus")),
        ("instrument", Reference(CodeOf(record.Code()))),
        ("object", Array(
        [
            .. record.PartsOf("input").Select(input => Reference(SourceOf(input, all) is { } source ? ArtifactOf(source) : $"#{input.Value}")),
            .. record.PartsOf("parameter").Select(part => Reference(ParameterOf(part))),
        ])),
        ("result", Array([Reference(ArtifactOf(record)), .. record.Outputs.Select(output => $"{record.Name()}/{output.Path}").Where(paths.Contains).Select(path => Reference(Address(path)))])));

    private static JsonObject Code(IGrouping<string, StageRecord> code) => Object(
        ("@id", CodeOf(code.Key)), ("@type", "SoftwareApplication"), ("name", $"RruffGeo, all code that {string.Join(", ", code.Select(record => record.Stage()).Distinct())} reaches"),
        ("identifier", $"sha256:{code.Key}"), ("version", code.Key), ("softwareRequirements", string.Join(", ", code.First().PartsOf("environment").Select(part => $"{part.Key} {part.Value}"))));

    private static JsonObject Artifact(StageRecord record) => Object(
        ("@id", ArtifactOf(record)), ("@type", "Dataset"), ("name", $"{record.Name()}: {record.Outputs.Length} files"), ("identifier", $"sha256:{record.Logical}"),
        ("description", string.Join("\n", record.Outputs.Select(output => $"{output.Sha256}  {output.Path}"))));

    /// <summary>What stage runs read and no stage run of this run made.</summary>
    internal static IEnumerable<(string Name, string Digest)> Outside(IReadOnlyList<StageRecord> stages) => stages
        .SelectMany(record => record.PartsOf("input")).Where(input => SourceOf(input, stages) is null)
        .Select(input => (input.Key, input.Value)).DistinctBy(input => input.Value).OrderBy(input => input.Key, StringComparer.Ordinal);

    /// <summary>The stage run that made an input; null if none of this run did.</summary>
    private static StageRecord? SourceOf(KeyValuePair<string, string> input, IEnumerable<StageRecord> stages) =>
        stages.FirstOrDefault(record => record.Logical == input.Value && (input.Key == record.Name() || input.Key == record.Stage()));

    private static string ActionOf(StageRecord record) => $"#run/{record.Name()}";

    private static string ArtifactOf(StageRecord record) => $"#artifact/{record.Name()}";

    private static string CodeOf(string digest) => $"#code/{digest}";

    private static string ParameterOf(KeyValuePair<string, string> parameter) => $"#parameter/{Uri.EscapeDataString(parameter.Key)}/{Uri.EscapeDataString(parameter.Value)}";

    /// <summary>A path as the relative address that JSON-LD wants.</summary>
    internal static string Address(string path) => string.Join('/', path.Split('/').Select(Uri.EscapeDataString));

    private static string MediaType(string path) => Path.GetExtension(path) switch
    {
        ".html" => "text/html",
        ".svg" => "image/svg+xml",
        ".png" => "image/png",
        ".csv" => "text/csv",
        ".md" => "text/markdown",
        ".tex" => "application/x-tex",
        ".json" => "application/json",
        ".parquet" => "application/vnd.apache.parquet",
        ".cff" => "application/yaml",
        _ => "text/plain",
    };
}
