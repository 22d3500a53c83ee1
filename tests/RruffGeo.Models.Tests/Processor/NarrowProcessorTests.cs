using System.Diagnostics;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace RruffGeo.Models.Tests.Processor;

/// <summary>The kernels' tests once more in a process of their own, to which the runtime denies instructions that this processor has.</summary>
public sealed class NarrowProcessorTests
{
    private const string Denied = "RRUFFGEO_DENIED";
    private static readonly Type[] kernels = [typeof(NarrowProcessorTests), typeof(GeluTests), typeof(TiledProductTests), typeof(MatrixProductsTests), typeof(ProcessorPassTests)];

    [Theory]
    [InlineData("AVX512")]
    [InlineData("AVX2")]
    public async Task What_kernels_give_holds_without(string instructions)
    {
        Assert.SkipUnless(Environment.GetEnvironmentVariable(Denied) is null, "This process was started without some instructions already.");
        Assert.SkipUnless(Has(instructions), $"This processor has no {instructions}, so that all tests run without.");
        var start = new ProcessStartInfo(Path.Combine(AppContext.BaseDirectory, Path.GetFileNameWithoutExtension(typeof(NarrowProcessorTests).Assembly.Location)))
        {
            RedirectStandardOutput = true,
            Environment = { [Denied] = instructions, [$"DOTNET_Enable{instructions}"] = "0" },
        };
        foreach (var argument in (string[])["-noColor", "-explicit", "on", .. kernels.SelectMany(kernel => (string[])["-class", kernel.FullName!])])
            start.ArgumentList.Add(argument);

        using var process = Process.Start(start)!;
        var output = await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.True(process.ExitCode == 0, output);
        Assert.Contains("Failed: 0", output, StringComparison.Ordinal);
    }

    [Fact(Explicit = true)]
    public void The_instructions_are_denied() => Assert.False(Has(Environment.GetEnvironmentVariable(Denied)!));

    private static bool Has(string instructions) => instructions switch
    {
        "AVX512" => Vector512.IsHardwareAccelerated,
        "AVX2" => Avx2.IsSupported,
        _ => throw new ArgumentOutOfRangeException(nameof(instructions), instructions, "AVX512 or AVX2 is expected"),
    };
}
