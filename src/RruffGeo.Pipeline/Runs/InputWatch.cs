using System.Collections.Concurrent;
using System.Collections.Immutable;
using RruffGeo.Pipeline.Keys;

namespace RruffGeo.Pipeline.Runs;

/// <summary>Checks that inputs on disk are those that a key names.</summary>
/// <param name="store">Knows the digests of files not touched since they were read.</param>
/// <remarks>Safe to share between threads.</remarks>
internal sealed class InputWatch(PipelineStore store)
{
    private readonly ConcurrentDictionary<string, Learnt> artifacts = new(StringComparer.Ordinal);

    /// <summary>Notes which files in <paramref name="folder"/> make the artifact <paramref name="logical"/>: there may be others.</summary>
    internal void Learn(string folder, string logical, ImmutableArray<OutputFile> outputs) => artifacts[folder] = new(logical, outputs);

    /// <summary>Compares all inputs whose place is known.</summary>
    /// <param name="request">The stage run.</param>
    /// <param name="moment">When this is asked, for the message.</param>
    /// <exception cref="InputChangedException">One differs.</exception>
    internal void Check(StageRequest request, string moment)
    {
        foreach (var (role, path) in request.InputPaths)
            if (!request.Inputs.TryGetValue(role, out var digest))
                throw new ArgumentException($"Input path '{role}' has no digest among the inputs.", nameof(request));
            else if (!IsSame(path, digest))
                throw new InputChangedException(path,
                    $"{path}: changed {moment} of {$"{request.Stage} {request.Branch}".TrimEnd()}. Its result is not kept; leave inputs alone while stages run, and run again.");
    }

    private bool IsSame(string path, string digest)
    {
        try
        {
            return File.Exists(path) ? store.DigestOf(path) == digest
                : artifacts.TryGetValue(path, out var known) && known.Logical == digest ? store.RunFolder(path).Missing(known.Outputs).Count == 0
                : store.ArtifactDigestOf(path) == digest;
        }
        catch (Exception error) when (error is FileNotFoundException or PipelineStoreException)
        {
            return false;
        }
    }

    private sealed record Learnt(string Logical, ImmutableArray<OutputFile> Outputs);
}
