using System.Reflection;

namespace RruffGeo.Build.Arguments;

/// <summary>Where networks are trained.</summary>
internal static class TrainingDevice
{
    // Whether this host was built with libtorch's CUDA libraries: -p:Torch=cuda.
    private static readonly bool BuiltForCuda = typeof(TrainingDevice).Assembly
        .GetCustomAttributes<AssemblyMetadataAttribute>().Any(entry => entry is { Key: "Torch", Value: "cuda" });

    /// <summary>What <c>--device</c> stands for. <c>auto</c> is CUDA if this build can use it and the machine has a driver; no library is loaded to find out.</summary>
    public static Setting Of(TypedArguments arguments)
    {
        var typed = arguments.OneOf("device", ["auto", "cpu", "cuda"], "auto");
        if (typed == "cuda" && !BuiltForCuda)
            arguments.Mistakes.Add("--device=cuda: this host was built for processors. Delete .artifacts/build.stamp and run it again with the environment variable Torch=cuda.");
        return new Setting("Models.Device", typed == "cuda" || (typed == "auto" && BuiltForCuda && HasDriver()) ? "cuda" : "cpu", "--device");
    }

    private static bool HasDriver() => File.Exists("/dev/nvidiactl") || File.Exists(Path.Combine(Environment.SystemDirectory, "nvcuda.dll"));
}
