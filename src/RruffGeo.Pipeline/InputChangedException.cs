namespace RruffGeo.Pipeline;

/// <summary>An input on disk was no longer the one that the key names, so nothing was published.</summary>
/// <param name="path">The input that changed.</param>
/// <param name="message">When it was noticed and what to do about it.</param>
public sealed class InputChangedException(string path, string message) : IOException(message)
{
    /// <summary>The input that changed.</summary>
    public string Path { get; } = path;
}
