using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace RruffGeo.Pipeline.Publication;

/// <summary>Published records as indented JSON.</summary>
[JsonSourceGenerationOptions(
    WriteIndented = true, IndentSize = 2, NewLine = "\n", PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    RespectNullableAnnotations = true, RespectRequiredConstructorParameters = true, MaxDepth = 8,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(StageRecord))]
internal sealed partial class StageRecordJson : JsonSerializerContext
{
    private static StageRecordJson? readable;

    /// <summary>Leaves letters and units as they are: the files are never part of a web page.</summary>
    internal static StageRecordJson Readable =>
        readable ??= new(new JsonSerializerOptions(Default.GeneratedSerializerOptions!) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
}
