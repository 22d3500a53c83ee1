using System.Runtime.InteropServices;

namespace RruffGeo.TorchLoading;

/// <summary>The libstdc++ that the dynamic loader takes on this machine.</summary>
internal static class SystemRuntime
{
    /// <summary>Path of the file, found by loading it and looking where it was mapped from; null if there is none.</summary>
    public static string? Find()
    {
        if (!NativeLibrary.TryLoad(LoadingVerdict.Runtime, out _))
            return null;
        return File.ReadLines("/proc/self/maps")
            .Where(line => line.Contains("libstdc++.so", StringComparison.Ordinal))
            .Select(line => line[line.IndexOf('/', StringComparison.Ordinal)..])
            .FirstOrDefault(File.Exists);
    }
}
