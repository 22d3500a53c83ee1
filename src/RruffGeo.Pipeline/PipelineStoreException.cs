namespace RruffGeo.Pipeline;

/// <summary>The store or the outputs folder cannot be written or read: no room, no permission, a file where a folder should be.</summary>
/// <param name="path">The path that failed.</param>
/// <param name="message">What failed there and what to do about it.</param>
/// <param name="cause">What the operating system said.</param>
/// <remarks>What was in the store before is still there and still valid.</remarks>
public sealed class PipelineStoreException(string path, string message, Exception cause) : IOException(message, cause)
{
    /// <summary>The path that failed.</summary>
    public string Path { get; } = path;
}
