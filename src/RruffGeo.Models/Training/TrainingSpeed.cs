using System.Diagnostics;
using TorchSharp;

namespace RruffGeo.Models;

/// <summary>Measures how fast this machine trains, and how fast it could at best.</summary>
public static class TrainingSpeed
{
    private const int Side = 1536, Classes = 101;

    /// <summary>Floating-point operations of one training step per spectrum of <paramref name="points"/> points: twice the multiplications, backwards twice as many as forwards.</summary>
    public static double FlopPerSpectrum(ConvNeXtArchitecture architecture, int points)
    {
        var (lengths, widths) = (architecture.Lengths(points), architecture.Widths);
        double products = 4L * lengths[0] * widths[0];
        for (var stage = 0; stage < widths.Length; stage++)
        {
            var width = (double)widths[stage];
            products += architecture.Depths[stage] * lengths[stage] * ((2 * ConvNeXtArchitecture.Expansion * width * width) + (ConvNeXtArchitecture.Kernel * width));
            products += stage == 0 ? 0 : 2.0 * lengths[stage] * widths[stage - 1] * width;
        }

        return 6 * (products + ((double)widths[^1] * architecture.Classes));
    }

    /// <summary>Rate of a plain fp32 matrix product on <paramref name="threads"/> threads, floating-point operations per second; the best of what fits into <paramref name="patience"/>.</summary>
    public static double MatrixProductRate(int threads, TimeSpan patience)
    {
        TorchRuntime.Load();
        torch.set_num_threads(threads);
        using var scope = torch.NewDisposeScope();
        var (a, b, best) = (torch.ones(Side, Side), torch.ones(Side, Side), 0.0);
        for (var started = Stopwatch.GetTimestamp(); best == 0 || Stopwatch.GetElapsedTime(started) < patience;)
        {
            var step = Stopwatch.GetTimestamp();
            torch.mm(a, b).Dispose();
            best = Math.Max(best, 2.0 * Side * Side * Side / Stopwatch.GetElapsedTime(step).TotalSeconds);
        }

        return best;
    }

    /// <summary>Spectra per second of the paper's network, all steps of the optimiser included.</summary>
    /// <param name="points">Points of a spectrum.</param>
    /// <param name="batch">Spectra in a step.</param>
    /// <param name="trainings">Trainings side by side in this process.</param>
    /// <param name="threads">Threads of each.</param>
    /// <param name="steps">Steps of each, after one that is not counted.</param>
    /// <param name="spectra">Spectra held in memory, ≥ <paramref name="batch"/>.</param>
    /// <param name="precision">Of the factors of matrix products.</param>
    public static double SpectraPerSecond(int points, int batch, int trainings, int threads, int steps, int spectra, ProductPrecision precision)
    {
        TorchRuntime.Load();
        var set = Noise(points, batch, spectra);
        var options = new TrainingOptions { Architecture = new ConvNeXtArchitecture(Classes), Batch = batch, Epochs = steps + 1, Threads = threads, Precision = precision };
        using var barrier = new Barrier(trainings);
        var seconds = new double[trainings];
        var runs = Enumerable.Range(0, trainings).Select(number => new Thread(() =>
        {
            using var network = new ConvNeXt1D(options.Architecture, number) { Precision = precision };
            using var loop = new EpochLoop(options, set, network);
            loop.Run(1, default, _ => { }, CancellationToken.None);
            barrier.SignalAndWait();
            var started = Stopwatch.GetTimestamp();
            for (var step = 1; step <= steps; step++)
                loop.Run(step + 1, default, _ => { }, CancellationToken.None);
            seconds[number] = Stopwatch.GetElapsedTime(started).TotalSeconds;
        })).ToList();
        runs.ForEach(run => run.Start());
        runs.ForEach(run => run.Join());
        return seconds.Sum(time => steps * batch / time);
    }

    /// <summary>Rate of the blocks' fp32 products alone, in the shapes and the order in which a slice of spectra needs them, floating-point operations per second.</summary>
    /// <param name="points">Points of a spectrum.</param>
    /// <param name="threads">Threads that each multiply a slice of their own.</param>
    /// <param name="patience">How long.</param>
    public static double BlockProductRate(int points, int threads, TimeSpan patience)
    {
        TorchRuntime.Load();
        torch.set_num_threads(1);
        var architecture = new ConvNeXtArchitecture(Classes);
        var (samples, rates) = (ProcessorSlices.Size(architecture, points), new double[threads]);
        var runs = Enumerable.Range(0, threads).Select(thread => new Thread(() =>
        {
            using var memory = new PassMemory();
            var shapes = architecture.Lengths(points).Zip(architecture.Widths, (length, width) => new BlockShape(memory, samples * length, width)).ToList();
            var (operations, started) = (0.0, Stopwatch.GetTimestamp());
            while (Stopwatch.GetElapsedTime(started) < patience)
                foreach (var (shape, depth) in shapes.Zip(architecture.Depths))
                    for (var block = 0; block < depth; block++)
                        operations += shape.Multiply();
            rates[thread] = operations / Stopwatch.GetElapsedTime(started).TotalSeconds;
        })).ToList();
        runs.ForEach(run => run.Start());
        runs.ForEach(run => run.Join());
        return rates.Sum();
    }

    /// <summary>True if this processor multiplies bfloat16 and libtorch exports the product.</summary>
    public static bool MultipliesBFloat16
    {
        get
        {
            TorchRuntime.Load();
            return Mkl.Has<BFloat16>();
        }
    }

    /// <summary>Seconds that a training of the paper's network spends per spectrum on anything but arithmetic: gathering its batch and drawing its masks.</summary>
    /// <param name="points">Points of a spectrum.</param>
    /// <param name="batch">Spectra in a step.</param>
    /// <param name="spectra">Spectra held in memory, drawn from at random.</param>
    public static double LoadingSeconds(int points, int batch, int spectra)
    {
        const int batches = 200;
        var (set, options, gathered) = (Noise(points, spectra, spectra), new TrainingOptions { Architecture = new ConvNeXtArchitecture(Classes) }, new float[batch * points]);
        var (rates, order) = (options.Architecture.DropPathRates(options.DropPath), Enumerable.Range(0, spectra).ToArray());
        var (dropPath, dropout) = (new RandomStream(1, RandomPurpose.DropPath), new RandomStream(1, RandomPurpose.Dropout));
        var started = Stopwatch.GetTimestamp();
        new RandomStream(1, RandomPurpose.Shuffling).Shuffle(order);
        for (var first = 0; first < batches * batch; first += batch)
        {
            StochasticMasks.Draw(rates, dropPath, options.Dropout, dropout, batch, options.Architecture.Widths[^1]);
            set.Copy(order.AsSpan(first % (spectra - batch + 1), batch), points, gathered);
        }

        return Stopwatch.GetElapsedTime(started).TotalSeconds / (batches * batch);
    }

    private static TrainingSet Noise(int points, int count, int spectra)
    {
        var (random, intensities) = (new RandomStream(1, RandomPurpose.Shuffling), new float[points * spectra]);
        for (var i = 0; i < intensities.Length; i++)
            intensities[i] = (float)random.NextUniform();
        int[] rows = [.. Enumerable.Range(0, count).Select(i => (int)((long)i * spectra / count))];
        return new(intensities, points, rows, [.. rows.Select(row => row % Classes)], [.. rows.Select(row => $"{row}")]);
    }

    /// <summary>The six products of a block, forwards and backwards.</summary>
    private sealed class BlockShape(PassMemory memory, int rows, int width)
    {
        private const int Expansion = ConvNeXtArchitecture.Expansion;
        private readonly NativeMatrix<float> narrow = memory.Take<float>(rows, width), wide = memory.Take<float>(rows, Expansion * width);
        private readonly NativeMatrix<float> expand = memory.Take<float>(Expansion * width, width), project = memory.Take<float>(width, Expansion * width);

        /// <summary>Multiplies.</summary>
        /// <returns>Operations that this took.</returns>
        public double Multiply()
        {
            wide.MultiplyTransposed(rows, narrow, expand, keep: 0);
            narrow.MultiplyTransposed(rows, wide, project, keep: 1);
            project.AddOuter(rows, narrow, wide);
            wide.Multiply(rows, narrow, project, keep: 0);
            expand.AddOuter(rows, wide, narrow);
            narrow.Multiply(rows, wide, expand, keep: 0);
            return 12.0 * rows * width * Expansion * width;
        }
    }
}
