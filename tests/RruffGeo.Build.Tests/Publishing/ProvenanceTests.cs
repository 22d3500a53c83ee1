using System.Text.Json;
using RruffGeo.Build.Publishing;

namespace RruffGeo.Build.Tests.Publishing;

public sealed class ProvenanceTests : IDisposable
{
    private readonly MadeRun run = new(simulated: false, report: "");
    private readonly Bundle bundle;

    public ProvenanceTests() => bundle = Bundle.Of(run.Published, "1000000000");

    public void Dispose() => run.Dispose();

    [Fact]
    public void The_crate_says_what_the_root_of_RO_Crate_1_1_has_to_say()
    {
        var root = Entity("./");
        Assert.Equal("Dataset", root.GetProperty("@type").GetString());
        Assert.Equal("2001-09-09", root.GetProperty("datePublished").GetString());
        Assert.All((string[])["name", "description"], name => Assert.NotEqual("", root.GetProperty(name).GetString()));
        Assert.Equal("CreativeWork", Entity(root.GetProperty("license").GetProperty("@id").GetString()!).GetProperty("@type").GetString());
        var descriptor = Entity("ro-crate-metadata.json");
        Assert.Equal(("./", "https://w3id.org/ro/crate/1.1"), (descriptor.GetProperty("about").GetProperty("@id").GetString(), descriptor.GetProperty("conformsTo").GetProperty("@id").GetString()));
        Assert.Equal("https://w3id.org/ro/crate/1.1/context", Crate().RootElement.GetProperty("@context").GetString());
    }

    [Fact]
    public void Every_entity_is_there_once_and_every_reference_leads_to_one_or_to_the_vocabulary()
    {
        var ids = Graph().Select(entity => entity.GetProperty("@id").GetString()!).ToList();
        Assert.Equal(ids.Distinct(StringComparer.Ordinal), ids);
        Assert.Empty(References(Crate().RootElement.GetProperty("@graph")).Distinct().Except([.. ids, "https://w3id.org/ro/crate/1.1", "http://schema.org/CompletedActionStatus"]));
    }

    [Fact]
    public void There_is_one_action_a_stage_run_with_code_inputs_and_results()
    {
        var actions = Graph().Where(entity => entity.GetProperty("@type").GetString() == "CreateAction").ToList();
        Assert.Equal(["01-raw", "05-folds", "06-models/row/net/fold-0", "07-metrics", "08-paper"], actions.Select(action => action.GetProperty("name").GetString()));
        var metrics = actions[3];
        Assert.Equal($"#code/{"07".PadLeft(64, 'c')}", metrics.GetProperty("instrument").GetProperty("@id").GetString());
        Assert.Equal(
            ["#artifact/06-models/row/net/fold-0", "#parameter/metrics.Seed/42", "#parameter/metrics.Services/Gazetteer%2C%20Photon"],
            metrics.GetProperty("object").EnumerateArray().Select(item => item.GetProperty("@id").GetString()));
        Assert.Equal(["#artifact/07-metrics", "07-metrics/metrics.parquet"], metrics.GetProperty("result").EnumerateArray().Select(item => item.GetProperty("@id").GetString()));
        Assert.Equal("00-archives/LR-Raman.zip", Entity($"#{new string('a', 64)}").GetProperty("name").GetString());
    }

    [Fact]
    public void The_statement_speaks_of_every_file_but_itself_and_the_checksums()
    {
        var statement = Json("provenance.intoto.json").RootElement;
        Assert.Equal("https://in-toto.io/Statement/v1", statement.GetProperty("_type").GetString());
        Assert.Equal("https://slsa.dev/provenance/v1", statement.GetProperty("predicateType").GetString());
        Assert.Equal(
            bundle.Files.Where(file => file.Path is not ("provenance.intoto.json" or "SHA256SUMS")).Select(file => (file.Path, file.Sha256)),
            statement.GetProperty("subject").EnumerateArray().Select(subject => (subject.GetProperty("name").GetString()!, subject.GetProperty("digest").GetProperty("sha256").GetString()!)));
        var predicate = statement.GetProperty("predicate");
        var build = predicate.GetProperty("buildDefinition");
        Assert.True(Uri.IsWellFormedUriString(build.GetProperty("buildType").GetString(), UriKind.Absolute));
        Assert.True(Uri.IsWellFormedUriString(predicate.GetProperty("runDetails").GetProperty("builder").GetProperty("id").GetString(), UriKind.Absolute));
        Assert.Equal("42", build.GetProperty("externalParameters").GetProperty("parameters").GetProperty("05-folds").GetProperty("folds.Seed").GetString());
        Assert.Equal("any", build.GetProperty("internalParameters").GetProperty("environment").GetProperty("05-folds").GetProperty("rid").GetString());
        Assert.Equal(
            ("00-archives/LR-Raman.zip", new string('a', 64)),
            (build.GetProperty("resolvedDependencies")[0].GetProperty("name").GetString(), build.GetProperty("resolvedDependencies")[0].GetProperty("digest").GetProperty("sha256").GetString()));
    }

    [Fact]
    public void Live_geocoders_are_owed_their_line() =>
        Assert.Contains("Photon", System.Text.Encoding.UTF8.GetString(bundle.Files.Single(file => file.Path == "ATTRIBUTIONS.md").Content), StringComparison.Ordinal);

    private static IEnumerable<string> References(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Array => element.EnumerateArray().SelectMany(References),
        JsonValueKind.Object when element.EnumerateObject().Count() == 1 && element.TryGetProperty("@id", out var id) => [id.GetString()!],
        JsonValueKind.Object => element.EnumerateObject().SelectMany(property => References(property.Value)),
        _ => [],
    };

    private JsonDocument Json(string path) => JsonDocument.Parse(bundle.Files.Single(file => file.Path == path).Content);

    private JsonDocument Crate() => Json("ro-crate-metadata.json");

    private JsonElement.ArrayEnumerator Graph() => Crate().RootElement.GetProperty("@graph").EnumerateArray();

    private JsonElement Entity(string id) => Graph().Single(entity => entity.GetProperty("@id").GetString() == id);
}
