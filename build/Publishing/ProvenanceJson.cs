using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace RruffGeo.Build.Publishing;

/// <summary>Puts together the JSON of the provenance files.</summary>
internal static class ProvenanceJson
{
    private static readonly JsonSerializerOptions readable = new()
    {
        WriteIndented = true,
        IndentSize = 1,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>A file with <paramref name="content"/>.</summary>
    public static BundleFile File(string path, JsonNode content) => BundleFile.OfText(path, content.ToJsonString(readable) + "\n");

    /// <summary>An object with the properties that are not null, in the order given.</summary>
    public static JsonObject Object(params (string Name, JsonNode? Value)[] properties) =>
        new(properties.Where(property => property.Value is not null).Select(property => KeyValuePair.Create(property.Name, property.Value)));

    /// <summary>An array.</summary>
    public static JsonArray Array(IEnumerable<JsonNode?> items) => new([.. items]);

    /// <summary>A reference of JSON-LD.</summary>
    public static JsonObject Reference(string id) => Object(("@id", id));
}
