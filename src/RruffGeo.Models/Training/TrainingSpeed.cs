using System.Diagnostics;
using TorchSharp;

namespace RruffGeo.Models;

/// <summary>Measures how fast this machine trains, and how fast it could at best.</summary>
public static class TrainingSpeed
{
    private const int Side = 1536, Classes = 101;
    private static readonly TimeSpan TurnOfProduct = TimeSpan.FromSeconds(0.25);

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

    /// <summary>Rate of a plain fp32 matrix product on <paramref name="threads"/> threads, floating-point operations per second; the mean of what fits into <paramref name="patience"/>, one at least, after one that does not count.</summary>
    public static double MatrixProductRate(int threads, TimeSpan patience)
    {
        TorchRuntime.Load();
        torch.set_num_threads(threads);
        using var scope = torch.NewDisposeScope();
        var (a, b, product, products) = (torch.ones(Side, Side), torch.ones(Side, Side), torch.zeros(Side, Side), 0);
        product.addmm_(a, b, 0, 1);
        var started = Stopwatch.GetTimestamp();
        do
        {
            product.addmm_(a, b, 0, 1);
            products++;
        }
        while (Stopwatch.GetElapsedTime(started) < patience);
        return 2.0 * Side * Side * Side * products / Stopwatch.GetElapsedTime(started).TotalSeconds;
    }

    /// <summary>How fast the paper's network trains, all steps of the optimiser included, beside the plain product, the two in turns so that both see the same neighbours. Each training counts at its own rate, as if it went on.</summary>
    /// <param name="points">Points of a spectrum.</param>
    /// <param name="batch">Spectra in a step.</param>
    /// <param name="trainings">Trainings side by side in this process.</param>
    /// <param name="threads">Threads of each.</param>
    /// <param name="rounds">Turns, each of a product on trainings × threads threads and a step of each training; one more before does not count.</param>
    /// <param name="spectra">Spectra held in memory, ≥ <paramref name="batch"/>.</param>
    /// <param name="precision">Of the factors of the training's matrix products.</param>
    public static MeasuredTraining Measure(int points, int batch, int trainings, int threads, int rounds, int spectra, ProductPrecision precision)
    {
        TorchRuntime.Load();
        var set = Noise(points, batch, spectra);
        var options = new TrainingOptions { Architecture = new ConvNeXtArchitecture(Classes), Batch = batch, Epochs = rounds + 1, Threads = threads, Precision = precision };
        var networks = Enumerable.Range(0, trainings).Select(number => new ConvNeXt1D(options.Architecture, number) { Precision = precision }).ToList();
        var loops = networks.ConvertAll(network => new EpochLoop(options, set, network));
        List<double> products = [], rates = [], shares = [];
        var flop = FlopPerSpectrum(options.Architecture, points);
        for (var round = 0; round <= rounds; round++)
        {
            var product = Together(trainings, _ => MatrixProductRate(threads, TurnOfProduct));
            var rate = Together(trainings, training =>
            {
                torch.set_num_threads(1);
                var started = Stopwatch.GetTimestamp();
                loops[training].Run(round + 1, default, _ => { }, CancellationToken.None);
                return batch / Stopwatch.GetElapsedTime(started).TotalSeconds;
            });
            if (round == 0)
                continue;
            products.Add(product);
            rates.Add(rate);
            shares.Add(rate * flop / product);
        }

        loops.ForEach(loop => loop.Dispose());
        networks.ForEach(network => network.Dispose());
        return new(Median(rates), Median(products), Median(shares), shares.Min(), shares.Max());
    }

    /// <summary>Spectra per second of the same network, batch and optimiser where libtorch differentiates it, the plain way, in this process; the mean of the steps that fit into <paramref name="patience"/>, one at least, after one that does not count.</summary>
    /// <param name="points">Points of a spectrum.</param>
    /// <param name="batch">Spectra in a step.</param>
    /// <param name="threads">Threads of libtorch.</param>
    /// <param name="patience">How long.</param>
    public static double AutogradRate(int points, int batch, int threads, TimeSpan patience)
    {
        TorchRuntime.Load();
        torch.set_num_threads(threads);
        var (set, options) = (Noise(points, batch, batch), new TrainingOptions { Architecture = new ConvNeXtArchitecture(Classes), Batch = batch });
        using var network = new ConvNeXt1D(options.Architecture, seed: 1);
        using var loop = new EpochLoop(options, set, network, new AutogradPass(network));
        Step(1);
        var (started, steps) = (Stopwatch.GetTimestamp(), 0);
        do
            Step(2 + steps++);
        while (Stopwatch.GetElapsedTime(started) < patience);
        return steps * batch / Stopwatch.GetElapsedTime(started).TotalSeconds;

        void Step(int number) => loop.Run(number, default, _ => { }, CancellationToken.None);
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

    /// <summary>The sum of what so many threads, this one among them, measure side by side, each its own rate.</summary>
    private static double Together(int count, Func<int, double> measure)
    {
        var rates = new double[count];
        var others = Enumerable.Range(1, count - 1).Select(number => new Thread(() => rates[number] = measure(number))).ToList();
        others.ForEach(thread => thread.Start());
        rates[0] = measure(0);
        others.ForEach(thread => thread.Join());
        return rates.Sum();
    }

    private static double Median(List<double> values)
    {
        values.Sort();
        return (values[(values.Count - 1) / 2] + values[values.Count / 2]) / 2;
    }

    private static TrainingSet Noise(int points, int count, int spectra)
    {
        var (random, intensities) = (new RandomStream(1, RandomPurpose.Shuffling), new float[points * spectra]);
        for (var i = 0; i < intensities.Length; i++)
            intensities[i] = (float)random.NextUniform();
        int[] rows = [.. Enumerable.Range(0, count).Select(i => (int)((long)i * spectra / count))];
        return new(intensities, points, rows, [.. rows.Select(row => row % Classes)], [.. rows.Select(row => $"{row}")]);
    }

    /// <summary>The six products of a block, forwards and backwards, as a training makes them.</summary>
    private sealed class BlockShape(PassMemory memory, int rows, int width)
    {
        private const int Expansion = ConvNeXtArchitecture.Expansion;
        private readonly NativeMatrix<float> narrow = memory.Take<float>(rows, width), wide = memory.Take<float>(rows, Expansion * width);
        private readonly NativeMatrix<float> expand = memory.Take<float>(Expansion * width, width), project = memory.Take<float>(width, Expansion * width);
        private readonly (WeightPanels Expand, WeightPanels Project)? panels = Pack(memory, memory.Take<float>(Expansion * width, width), memory.Take<float>(width, Expansion * width));

        /// <summary>Multiplies.</summary>
        /// <returns>Operations that this took.</returns>
        public double Multiply()
        {
            if (panels is var (first, second))
                ByTiles(first, second, new(wide, rows, Expansion * width), new(expand, width, Expansion * width), new(project, width, Expansion * width));
            else
                ByLibrary();
            return 12.0 * rows * width * Expansion * width;
        }

        private static (WeightPanels Expand, WeightPanels Project)? Pack(PassMemory memory, NativeMatrix<float> expand, NativeMatrix<float> project) =>
            WeightPanels.Fit(expand) ? (new(memory, expand), new(memory, project)) : null;

        private void ByTiles(WeightPanels first, WeightPanels second, Panels hidden, Panels gradientOfFirst, Panels gradientOfSecond)
        {
            TiledProduct.Run(TileFactor.Of(narrow), rows, first.Forwards, TileTarget.Of(hidden, add: false));
            TiledProduct.Run(TileFactor.Of(hidden), rows, second.Forwards, TileTarget.Of(narrow, second.Forwards, add: true));
            TiledProduct.Run(TileFactor.Transposed(narrow, rows), width, hidden, TileTarget.Of(gradientOfSecond, add: true));
            TiledProduct.Run(TileFactor.Of(narrow), rows, second.Backwards, TileTarget.Of(hidden, add: false));
            TiledProduct.Run(TileFactor.Transposed(narrow, rows), width, hidden, TileTarget.Of(gradientOfFirst, add: true));
            TiledProduct.Run(TileFactor.Of(hidden), rows, first.Backwards, TileTarget.Of(narrow, first.Backwards, add: false));
        }

        private void ByLibrary()
        {
            wide.MultiplyTransposed(rows, narrow, expand, keep: 0);
            narrow.MultiplyTransposed(rows, wide, project, keep: 1);
            project.AddOuter(rows, narrow, wide);
            wide.Multiply(rows, narrow, project, keep: 0);
            expand.AddOuter(rows, wide, narrow);
            narrow.Multiply(rows, wide, expand, keep: 0);
        }
    }
}

/// <summary>What a training was measured to do, medians over rounds.</summary>
/// <param name="SpectraPerSecond">Of all trainings side by side.</param>
/// <param name="ProductRate">Of the plain fp32 product on as many threads, floating-point operations per second.</param>
/// <param name="Share">Floating-point operations of the training beside those of the product in the same time.</param>
/// <param name="LowestShare">Of the worst round.</param>
/// <param name="HighestShare">Of the best round.</param>
public readonly record struct MeasuredTraining(double SpectraPerSecond, double ProductRate, double Share, double LowestShare, double HighestShare);
