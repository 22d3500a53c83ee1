using System.Globalization;
using RruffGeo.Models;

namespace RruffGeo.Build.Bench;

/// <summary>Prints how fast networks train here, beside the plain matrix product that bounds it.</summary>
public static class TrainingBench
{
    private const int Batch = 64;

    /// <summary>
    /// Measures the matrix product and the training one after the other for each grid, so that both see the same neighbours, and prints
    /// spectra per second, GFLOP/s and the share of the product's rate.
    /// </summary>
    /// <param name="output">Receives a table of plain text.</param>
    public static void Run(TextWriter output)
    {
        var (cores, architecture) = (Environment.ProcessorCount, new ConvNeXtArchitecture(101));
        output.WriteLine(Invariant($"training of the paper's network, batch {Batch}, {cores} cores"));
        output.WriteLine("points  trainings × threads  spectra/s  GFLOP/s  fp32 product GFLOP/s  share");
        foreach (var points in (int[])[512, 1024, 2048])
            foreach (var (trainings, threads) in ((int, int)[])[(1, cores), (cores, 1)])
            {
                var product = TrainingSpeed.MatrixProductRate(cores, TimeSpan.FromSeconds(1));
                var rate = TrainingSpeed.SpectraPerSecond(points, Batch, trainings, threads, steps: Math.Max(2, 8192 / points));
                var flop = rate * TrainingSpeed.FlopPerSpectrum(architecture, points);
                output.WriteLine(Invariant($"{points,6}  {trainings,9} × {threads,-7}  {rate,9:F1}  {flop / 1e9,7:F1}  {product / 1e9,20:F1}  {flop / product,5:P0}"));
            }
    }

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
