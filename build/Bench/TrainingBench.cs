using System.Diagnostics;
using System.Globalization;
using RruffGeo.Models;

namespace RruffGeo.Build.Bench;

/// <summary>Prints how fast networks train here, beside the plain matrix product that bounds it and beside PyTorch where Python has it.</summary>
public static class TrainingBench
{
    private const int Batch = 128, Spectra = 12_000;

    /// <summary>
    /// Measures the matrix product and the training in turns, in float32 and, where the processor has it, in bfloat16, the blocks' products alone, the share
    /// of waiting for data, and PyTorch, and prints medians: spectra per second, GFLOP/s and shares of the product's rate.
    /// </summary>
    /// <param name="output">Receives a table of plain text.</param>
    public static void Run(TextWriter output)
    {
        var (cores, architecture) = (Environment.ProcessorCount, new ConvNeXtArchitecture(101));
        output.WriteLine(Invariant($"training of the paper's network, batch {Batch}, {Spectra} spectra in memory, {cores} cores; medians of rounds of a product and a step each"));
        output.WriteLine("points  trainings × threads  spectra/s  GFLOP/s  fp32 product GFLOP/s  share (of rounds)  products alone  loading  bfloat16 spectra/s  PyTorch spectra/s");
        foreach (var points in (int[])[512, 1024, 2048])
            foreach (var (trainings, threads) in ((int, int)[])[(1, cores), (cores, 1)])
            {
                var rounds = Math.Max(8, 16_384 / points);
                var plain = TrainingSpeed.Measure(points, Batch, trainings, threads, rounds, Spectra, ProductPrecision.Full);
                var alone = TrainingSpeed.BlockProductRate(points, cores, TimeSpan.FromSeconds(1)) / TrainingSpeed.MatrixProductRate(cores, TimeSpan.FromSeconds(1));
                var loading = TrainingSpeed.LoadingSeconds(points, Batch, Spectra) * plain.SpectraPerSecond / trainings;
                var rounded = TrainingSpeed.MultipliesBFloat16
                    ? Invariant($"{TrainingSpeed.Measure(points, Batch, trainings, threads, rounds, Spectra, ProductPrecision.BFloat16).SpectraPerSecond,18:F1}") : "not in this processor";
                var python = trainings > 1 ? "" : PyTorchSpeed.SpectraPerSecond(points, Batch, Math.Max(1, 2048 / points), threads, architecture.Classes) is { } there ? Invariant($"{there,6:F1}") : "not installed";
                output.WriteLine(Invariant($"{points,6}  {trainings,9} × {threads,-7}  {plain.SpectraPerSecond,9:F1}  {plain.SpectraPerSecond * TrainingSpeed.FlopPerSpectrum(architecture, points) / 1e9,7:F1}  {plain.ProductRate / 1e9,20:F1}  {plain.Share,5:P0} ({plain.LowestShare:P0} … {plain.HighestShare:P0})  {alone,9:P0}  {loading,7:P2}  {rounded}  {python}"));
            }

        using var process = Process.GetCurrentProcess();
        output.WriteLine(Invariant($"peak memory of this process, all of the above included: {process.PeakWorkingSet64 / 1e6:F0} MB"));
    }

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
