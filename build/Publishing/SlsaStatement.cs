using System.Text.Json.Nodes;
using RruffGeo.Pipeline.Publication;
using static RruffGeo.Build.Publishing.ProvenanceJson;

namespace RruffGeo.Build.Publishing;

/// <summary><c>provenance.intoto.json</c>: an in-toto Statement v1 about the bundle's files, with the SLSA provenance v1 predicate, from the records alone.</summary>
internal static class SlsaStatement
{
    /// <summary>Kind of build: how <c>externalParameters</c> are read. The statement is unsigned; whoever attests it signs it.</summary>
    public const string BuildType = "urn:x-rruffgeo:publish:v1";

    private const string Builder = "urn:x-rruffgeo:engine";

    /// <summary>The statement.</summary>
    /// <param name="run">The run.</param>
    /// <param name="files">The files it speaks about.</param>
    /// <param name="lockDigest">SHA-256 of the run's lock file, lower-case hex.</param>
    public static BundleFile Of(PublishedRun run, IEnumerable<BundleFile> files, string lockDigest)
    {
        var stages = run.Records.Stages;
        return File(BundleNames.Statement, Object(
            ("_type", "https://in-toto.io/Statement/v1"),
            ("subject", Array(files.OrderBy(file => file.Path, StringComparer.Ordinal).Select(file => Object(("name", file.Path), ("digest", Object(("sha256", file.Sha256))))))),
            ("predicateType", "https://slsa.dev/provenance/v1"),
            ("predicate", Object(
                ("buildDefinition", Object(
                    ("buildType", BuildType),
                    ("externalParameters", Object(
                        ("run", run.Name), ("simulated", run.Simulated),
                        ("parameters", Settings(stages, "parameter")))),
                    ("internalParameters", Object(("environment", Settings(stages, "environment")))),
                    ("resolvedDependencies", Array(
                    [
                        .. RoCrate.Outside(stages).Select(input => Object(("name", input.Name), ("digest", Object((KindOf(input.Name), input.Digest))))),
                        .. stages.Select(record => (Name: $"code of {record.Stage()}", Digest: record.Code())).Distinct()
                            .Select(code => Object(("name", code.Name), ("digest", Object(("rruffgeo_code_v1", code.Digest))))),
                    ])))),
                ("runDetails", Object(
                    ("builder", Object(("id", Builder), ("version", Object(("engine", stages.Select(record => record.Producer).Distinct().Order(StringComparer.Ordinal).Last()))))),
                    ("metadata", Object(("invocationId", $"sha256:{lockDigest}"))),
                    ("byproducts", Array(stages.Select(record => Object(("name", $"artifact {record.Name()}"), ("digest", Object(("rruffgeo_artifact_v2", record.Logical)))))))))))));
    }

    // Archives and other given files go by the SHA-256 of their bytes; what the program made itself goes by its meaning.
    private static string KindOf(string input) => input.StartsWith("00-corpus", StringComparison.Ordinal) ? "rruffgeo_artifact_v2" : "sha256";

    private static JsonObject Settings(IEnumerable<StageRecord> stages, string kind) => new(
        from record in stages.DistinctBy(record => record.Stage())
        let settings = record.PartsOf(kind).ToList()
        where settings.Count > 0
        select KeyValuePair.Create(record.Stage(), (JsonNode?)Object([.. settings.Select(part => (part.Key, (JsonNode?)part.Value))])));
}
