using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json.Serialization;
using RruffGeo.Pipeline.Files;

namespace RruffGeo.Pipeline.Remote;

/// <summary>What stands under <c>/ac/&lt;key&gt;</c>: the files of a result in the words of the remote execution API, so that its servers take it.</summary>
/// <param name="OutputFiles">The files, the manifest first, then its signature if there is one.</param>
internal sealed record RemoteRecord(ImmutableArray<RemoteFile> OutputFiles)
{
    /// <summary>Path of the manifest among the files.</summary>
    internal const string ManifestPath = "manifest.json";

    /// <summary>Path of the manifest's signature among the files, if it is signed.</summary>
    internal const string SignaturePath = "manifest.json.ed25519";

    /// <summary>The name in <c>/cas</c> of the file at <paramref name="path"/>, if the record has one of at most <paramref name="mostBytes"/>; else null.</summary>
    internal (string Sha256, long Size)? Find(string path, long mostBytes) =>
        OutputFiles.FirstOrDefault(file => file?.Path == path)?.Digest is { } named && FileDigest.IsDigest(named.Hash)
            && long.TryParse(named.SizeBytes, NumberStyles.None, CultureInfo.InvariantCulture, out var size) && size <= mostBytes
            ? (named.Hash, size) : null;
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
