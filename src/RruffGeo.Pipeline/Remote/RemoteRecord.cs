using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace RruffGeo.Pipeline.Remote;

/// <summary>What stands under <c>/ac/&lt;key&gt;</c>: the files of a result in the words of the remote execution API, so that its servers take it.</summary>
/// <param name="OutputFiles">The files, the manifest first.</param>
internal sealed record RemoteRecord(ImmutableArray<RemoteFile> OutputFiles)
{
    /// <summary>Path of the manifest among the files.</summary>
    internal const string ManifestPath = "manifest.json";
}

/// <summary>A file of a result.</summary>
/// <param name="Path">Path inside the artifact, below <c>outputs/</c>, or the manifest's.</param>
/// <param name="Digest">Its name in <c>/cas</c>.</param>
internal sealed record RemoteFile(string Path, RemoteDigest Digest);

/// <summary>A file's name in <c>/cas</c>.</summary>
/// <param name="Hash">SHA-256, lower-case hex.</param>
/// <param name="SizeBytes">Length, bytes, as text.</param>
internal sealed record RemoteDigest(string Hash, string SizeBytes);

/// <summary>Records as JSON; generated when compiled.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, RespectNullableAnnotations = true, RespectRequiredConstructorParameters = true, MaxDepth = 8)]
[JsonSerializable(typeof(RemoteRecord))]
internal sealed partial class RemoteJson : JsonSerializerContext;
