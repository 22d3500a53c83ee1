using System.Diagnostics;
using System.Runtime.InteropServices;
using System.Text.RegularExpressions;
using TorchSharp;

namespace RruffGeo.Models;

/// <summary>Loads the native libraries behind TorchSharp, or says in one sentence what they lack.</summary>
public static partial class TorchRuntime
{
    private static readonly Lock Once = new();
    private static bool loaded;

    /// <summary>Version of TorchSharp, such as <c>0.107.0</c>.</summary>
    public static string Version => typeof(torch).Assembly.GetName().Version!.ToString(3);

    /// <summary>libtorch's library of processor code, which is loaded; null where it does not go by the name it has on Linux.</summary>
    /// <remarks>Found among what this process has loaded: a second copy from another path would end the process.</remarks>
    internal static nint? ProcessorLibrary
    {
        get
        {
            Load();
            using var process = Process.GetCurrentProcess();
            var path = process.Modules.Cast<ProcessModule>().Select(module => module.FileName).FirstOrDefault(name => Path.GetFileName(name) == "libtorch_cpu.so");
            return path is not null && NativeLibrary.TryLoad(path, out var library) ? library : null;
        }
    }

    /// <summary>Loads the native libraries with those of CUDA.</summary>
    /// <exception cref="InvalidOperationException">This build has none, or sees no device; the message says how to get it.</exception>
    public static void RequireCuda()
    {
        Load();
        if (FindLibrary(OperatingSystem.IsWindows() ? "torch_cuda.dll" : "libtorch_cuda.so") is null)
            throw new InvalidOperationException(
                $"Models.Device=cuda, but this build has libtorch for processors only. Build it with 'dotnet build -p:Torch=cuda' (Linux; restores TorchSharp-cuda-linux {Version}, several GB), or train with --device=cpu.");
        if (!torch.cuda_is_available())
            throw new InvalidOperationException("Models.Device=cuda, but libtorch sees no CUDA device. 'nvidia-smi' must list one, with a driver for CUDA 12.8 or newer; or train with --device=cpu.");
    }

    /// <summary>Loads the native libraries, on a processor that multiplies bfloat16.</summary>
    /// <exception cref="InvalidOperationException">This one does not, or libtorch exports no such product; the message says what to do.</exception>
    public static void RequireProcessorBFloat16()
    {
        Load();
        if (!Mkl.Has<BFloat16>())
            throw new InvalidOperationException(
                "Models.Precision=bfloat16 on processors needs one with AMX-BF16 (Intel Xeon of the fourth generation or later; 'lscpu' lists amx_bf16) and libtorch for Linux on x64. " +
                "Leave it at float32, or train with --device=cuda.");
    }

    /// <summary>Loads the native libraries; later calls do nothing.</summary>
    /// <exception cref="InvalidOperationException">They do not load; the message names what is missing and the package that has it.</exception>
    public static void Load()
    {
        lock (Once)
        {
            if (loaded)
                return;
            if (OperatingSystem.IsLinux())
                TryLibrary(FindLibrary("libLibTorchSharp.so"));
            torch.InitializeDeviceType(DeviceType.CPU);
            loaded = true;
        }
    }

    /// <summary>Turns the loader's message into what is missing and how to get it.</summary>
    /// <param name="message">As <c>dlerror</c> gives it.</param>
    internal static string Explain(string message)
    {
        var advice = "Build it again with 'dotnet build': the build says what it found.";
        if (MissingVersion().Match(message) is { Success: true } version)
            advice = version.Groups["version"].Value.StartsWith("GLIBC_", StringComparison.Ordinal)
                ? $"It needs a C library with {version.Groups["version"].Value} (package libc6; Debian 12, Ubuntu 22.04 or newer)."
                : $"It needs a libstdc++ with {version.Groups["version"].Value} (package libstdc++6 of Debian 13, Ubuntu 24.04 or newer; the build makes it load on Debian 12 and Ubuntu 22.04: build again with 'dotnet build').";
        else if (MissingLibrary().Match(message) is { Success: true } library)
            advice = PackageOf(library.Groups["library"].Value) is { } package
                ? $"Install {library.Groups["library"].Value}: apt-get install {package}."
                : $"{library.Groups["library"].Value} is missing beside it: build again with 'dotnet build'.";
        return $"TorchSharp's native library does not load. {advice} The loader said: {message.Trim()}";
    }

    private static string? PackageOf(string library) => library switch
    {
        "libstdc++.so.6" => "libstdc++6",
        "libgcc_s.so.1" => "libgcc-s1",
        "libgomp.so.1" => "libgomp1",
        "libc.so.6" or "libm.so.6" or "libdl.so.2" or "librt.so.1" or "libpthread.so.0" or "ld-linux-x86-64.so.2" => "libc6",
        _ => null,
    };

    private static void TryLibrary(string? path)
    {
        if (path is null)
            throw new InvalidOperationException(
                $"TorchSharp's native library is not beside the program: expected libLibTorchSharp.so for {RuntimeInformation.RuntimeIdentifier}; libtorch is restored for linux-x64, win-x64 and osx-arm64 only.");
        try
        {
            NativeLibrary.Load(path);
        }
        catch (Exception error) when (error is DllNotFoundException or BadImageFormatException)
        {
            throw new InvalidOperationException(Explain(error.Message), error);
        }
    }

    private static string? FindLibrary(string name) =>
        ((string?)AppContext.GetData("NATIVE_DLL_SEARCH_DIRECTORIES") ?? AppContext.BaseDirectory)
            .Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
            .Select(folder => Path.Combine(folder, name))
            .FirstOrDefault(File.Exists);

    [GeneratedRegex("version `(?<version>[A-Z]+_[0-9.]+)' not found")]
    private static partial Regex MissingVersion();

    [GeneratedRegex(@"(?<library>[\w.+-]+\.so[.\d]*): cannot open shared object file")]
    private static partial Regex MissingLibrary();
}
