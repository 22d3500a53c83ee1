using System.Runtime.InteropServices;

namespace RruffGeo.Models;

/// <summary>What must be set in the process before libtorch is loaded: how its threads wait and how the C library keeps memory.</summary>
/// <remarks>Speed only: no result depends on it. A variable that the user has set stays as it is.</remarks>
internal static partial class NativeSettings
{
    private const int TrimThreshold = -1, TopPad = -2, MmapMax = -4;

    /// <summary>Applies the settings; does nothing but on Linux.</summary>
    public static void Apply()
    {
        if (!OperatingSystem.IsLinux())
            return;
        // Spinning threads starve the neighbour when another program has one of the cores (measured: 86–90 against 14–23 spectra/s).
        SetIfAbsent("OMP_WAIT_POLICY", "PASSIVE");
        SetIfAbsent("GOMP_SPINCOUNT", "0");
        // Freed batches stay with the process: by default each step gives them back and faults them in again, page by page.
        _ = SetAllocator(MmapMax, 0);
        _ = SetAllocator(TrimThreshold, int.MaxValue);
        _ = SetAllocator(TopPad, 64 << 20);
    }

    private static void SetIfAbsent(string name, string value)
    {
        if (Environment.GetEnvironmentVariable(name) is null)
            _ = SetVariable(name, value, 0);
    }

    // Environment.SetEnvironmentVariable stays inside .NET; libgomp reads the C library's environment.
    [LibraryImport("libc", EntryPoint = "setenv", StringMarshalling = StringMarshalling.Utf8)]
    private static partial int SetVariable(string name, string value, int overwrite);

    [LibraryImport("libc", EntryPoint = "mallopt")]
    private static partial int SetAllocator(int parameter, int value);
}
