using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace RruffGeo.Pipeline.Store;

/// <summary>Manifests as indented JSON; generated when compiled, for a start without reflection.</summary>
[JsonSourceGenerationOptions(
    WriteIndented = true, IndentSize = 2, NewLine = "\n", PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    RespectNullableAnnotations = true, RespectRequiredConstructorParameters = true, MaxDepth = 8,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(Manifest))]
internal sealed partial class ManifestJson : JsonSerializerContext
{
    private static ManifestJson? readable;

    /// <summary>Leaves letters and units as they are: the files are for people and are never part of a web page.</summary>
    internal static ManifestJson Readable =>
        readable ??= new(new JsonSerializerOptions(Default.GeneratedSerializerOptions!) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
}
