using System.Collections.Immutable;
using System.Reflection;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics.Arm;
using System.Runtime.Intrinsics.X86;
using System.Text;
using RruffGeo.Build.Arguments;
using RruffGeo.Stages;

namespace RruffGeo.Build.Running;

/// <summary>What of the machine may change numbers, and so belongs in a key. Never host, path, time or locale.</summary>
internal static class NumericEnvironment
{
    /// <summary>What every stage rests on: the runtime and the system it is built for.</summary>
    public static ImmutableSortedDictionary<string, string> Common { get; } = ImmutableSortedDictionary.CreateRange(
        StringComparer.Ordinal,
        [
            KeyValuePair.Create("runtime", Environment.Version.ToString()),
            KeyValuePair.Create("rid", $"{SystemName}-{RuntimeInformation.ProcessArchitecture.ToString().ToLowerInvariant()}"),
        ]);

    private static string SystemName => OperatingSystem.IsWindows() ? "win" : OperatingSystem.IsMacOS() ? "osx" : "linux";

    /// <summary>What training rests on besides: libraries, device, threads, instruction set, and who made the processor, by which libraries choose among their kernels too.</summary>
    /// <param name="parameters">Device, and threads of one training, of which 0 means one.</param>
    public static ImmutableSortedDictionary<string, string> ForTraining(ModelsParameters parameters) => Common
        .Add("torchsharp", VersionOf("TorchSharp"))
        .Add("libtorch", VersionOf("libtorch"))
        .Add("device", parameters.Device)
        .Add("threads", ParameterText.Of(Math.Max(1, parameters.Threads)))
        .Add("isa", InstructionSet)
        .Add("vendor", Vendor);

    /// <summary>The class of instructions by which libraries choose their kernels.</summary>
    private static string InstructionSet =>
        Avx512BW.IsSupported ? "avx512" : Avx2.IsSupported ? "avx2" : Sse42.IsSupported ? "sse4.2" : AdvSimd.IsSupported ? "advsimd" : "scalar";

    /// <summary>The twelve letters by which an x86 processor names its maker, such as <c>GenuineIntel</c>; <c>other</c> of any other processor.</summary>
    private static string Vendor
    {
        get
        {
            if (!X86Base.IsSupported)
                return "other";
            var (_, first, third, second) = X86Base.CpuId(0, 0);
            return Encoding.ASCII.GetString(MemoryMarshal.AsBytes<int>([first, second, third]));
        }
    }

    private static string VersionOf(string package) => typeof(NumericEnvironment).Assembly
        .GetCustomAttributes<AssemblyMetadataAttribute>().Single(entry => entry.Key == package).Value ?? "";
}
