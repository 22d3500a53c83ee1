using System.Diagnostics;
using System.Globalization;
using RruffGeo.Models;

namespace RruffGeo.Build.Bench;

/// <summary>Prints how fast networks train here, beside the plain matrix product that bounds it and beside PyTorch where Python has it.</summary>
public static class TrainingBench
{
    private const int Batch = 128, Spectra = 12_000;
    private static readonly int[] sizes = [512, 1024, 2048];
    private static readonly TimeSpan patience = TimeSpan.FromSeconds(8);

    /// <summary>
    /// Measures the matrix product and the training in turns, in float32 and, where the processor has it, in bfloat16, the blocks' products alone and the
    /// share of waiting for data, and prints medians: spectra per second, GFLOP/s and shares of the product's rate. Then the same training by others.
    /// </summary>
    /// <param name="output">Receives two tables of plain text.</param>
    public static void Run(TextWriter output)
    {
        var (cores, architecture) = (Environment.ProcessorCount, new ConvNeXtArchitecture(101));
        output.WriteLine(Invariant($"training of the paper's network, batch {Batch}, {Spectra} spectra in memory, {cores} cores; medians of rounds of a product and a step each"));
        output.WriteLine("points  trainings × threads  spectra/s  GFLOP/s  fp32 product GFLOP/s  share (of rounds)  products alone  loading  bfloat16 spectra/s");
        foreach (var points in sizes)
            foreach (var (trainings, threads) in ((int, int)[])[(1, cores), (cores, 1)])
            {
                var plain = TrainingSpeed.Measure(points, Batch, trainings, threads, Rounds(points), Spectra, ProductPrecision.Full);
                var alone = TrainingSpeed.BlockProductRate(points, cores, TimeSpan.FromSeconds(1)) / TrainingSpeed.MatrixProductRate(cores, TimeSpan.FromSeconds(1));
                var loading = TrainingSpeed.LoadingSeconds(points, Batch, Spectra) * plain.SpectraPerSecond / trainings;
                var rounded = TrainingSpeed.MultipliesBFloat16
                    ? Invariant($"{TrainingSpeed.Measure(points, Batch, trainings, threads, Rounds(points), Spectra, ProductPrecision.BFloat16).SpectraPerSecond,18:F1}") : "not in this processor";
                output.WriteLine(Invariant($"{points,6}  {trainings,9} × {threads,-7}  {plain.SpectraPerSecond,9:F1}  {plain.SpectraPerSecond * TrainingSpeed.FlopPerSpectrum(architecture, points) / 1e9,7:F1}  {plain.ProductRate / 1e9,20:F1}  {plain.Share,5:P0} ({plain.LowestShare:P0} … {plain.HighestShare:P0})  {alone,9:P0}  {loading,7:P2}  {rounded}"));
            }

        using var process = Process.GetCurrentProcess();
        output.WriteLine(Invariant($"peak memory of this process, all of the above included: {process.PeakWorkingSet64 / 1e6:F0} MB"));
        ByOthers(output, cores, architecture.Classes);
    }

    private static void ByOthers(TextWriter output, int threads, int classes)
    {
        output.WriteLine(Invariant($"the same training by others, one after the other, batch {Batch}, {threads} threads: spectra/s, and in brackets a plain product there, GFLOP/s"));
        output.WriteLine("points  RruffGeo  libtorch differentiating by itself  PyTorch of the machine's Python");
        foreach (var points in sizes)
        {
            var ours = TrainingSpeed.Measure(points, Batch, 1, threads, Rounds(points), Batch, ProductPrecision.Full);
            var libtorch = TrainingSpeed.AutogradRate(points, Batch, threads, patience);
            output.WriteLine(Invariant($"{points,6}  {ours.SpectraPerSecond,8:F1}  {libtorch,26:F1} ({ours.ProductRate / 1e9:F1})  {InPython(points, threads, classes)}"));
        }
    }

    private static int Rounds(int points) => Math.Max(8, 16_384 / points);

    private static string InPython(int points, int threads, int classes) =>
        PyTorchSpeed.Measure(points, Batch, patience, threads, classes) is var (rate, product) ? Invariant($"{rate,23:F1} ({product:F1})") : "not installed";

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
