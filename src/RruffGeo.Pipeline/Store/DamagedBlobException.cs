using RruffGeo.Pipeline.Keys;

namespace RruffGeo.Pipeline.Store;

/// <summary>A blob was read and did not have the digest it is named by; never leaves the engine.</summary>
internal sealed class DamagedBlobException(OutputFile output) : Exception($"blob {output.Sha256} is damaged")
{
    /// <summary>The file that should have been.</summary>
    internal OutputFile Output { get; } = output;
}
