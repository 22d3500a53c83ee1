using System.Runtime.InteropServices;
using System.Text.Json;
using TorchSharp;

namespace RruffGeo.Models.Tests.Reference;

/// <summary>A training without stochastic depth and dropout, written down for <c>convnext1d.py</c> and done by the program too.</summary>
internal sealed record ReferenceJob(ConvNeXtArchitecture Architecture, TrainingSet Set, int Batch, int Steps, ScheduleFreeOptions Optimizer)
{
    private const double ClipNorm = 1;
    private int[] Batches => [.. Enumerable.Range(0, Steps * Batch).Select(i => i * 7 % Set.Count)];

    /// <summary>Initial values, in canonical order.</summary>
    public required float[] Start { get; init; }

    /// <summary>Writes the job for Python to do in <paramref name="type"/> (float32 or float64).</summary>
    public void Write(string folder, string type)
    {
        Directory.CreateDirectory(folder);
        File.WriteAllText(Path.Combine(folder, "job.json"), JsonSerializer.Serialize(new
        {
            type,
            classes = Architecture.Classes,
            depths = Architecture.Depths,
            widths = Architecture.Widths,
            points = Set.Points,
            batch = Batch,
            rate = Optimizer.LearningRate,
            decay = Optimizer.WeightDecay,
            decay_on = Optimizer.DecayOn == DecayedTensors.All ? "all" : "matrices",
            warmup = Optimizer.WarmUpSteps,
            variant = Optimizer.Variant == ScheduleFreeVariant.Old ? "old" : "current",
            clip = ClipNorm,
        }));
        Safetensors.Write(Path.Combine(folder, "initial.safetensors"), [.. Split(Start)], new Dictionary<string, string>());
        Write("intensities.bin", MemoryMarshal.AsBytes<float>(Set.Intensities));
        Write("classes.bin", MemoryMarshal.AsBytes<int>(Set.Classes));
        Write("batches.bin", MemoryMarshal.AsBytes<int>(Batches));

        void Write(string name, ReadOnlySpan<byte> bytes) => File.WriteAllBytes(Path.Combine(folder, name), bytes);
    }

    /// <summary>Does the job: loss of each step, gradient of the first, averaged weights after the last.</summary>
    public ReferenceResult Run(torch.ScalarType type)
    {
        using var network = new ConvNeXt1D(Architecture, seed: 0, type);
        network.Parameters.Write(Start);
        using var pass = type == torch.ScalarType.Float32 ? GradientPass.Of(network, Set.Points, threads: 1) : new AutogradPass(network);
        using var optimizer = new ScheduleFreeAdamW(network.Parameters, Optimizer);
        var (masks, losses, gradient) = (new StochasticMasks([.. Architecture.DropPathRates(0).Select(_ => (float[]?)null)], null), new List<double>(), Array.Empty<double>());
        optimizer.Train();
        for (var step = 0; step < Steps; step++)
        {
            losses.Add(pass.Accumulate(Set, Batches.AsSpan(step * Batch, Batch), masks).LossSum / Batch);
            if (step == 0)
                gradient = Doubles(network.Parameters.Gradient);
            optimizer.Clip(ClipNorm);
            optimizer.Step();
        }

        optimizer.Evaluate();
        return new(losses, gradient, Doubles(network.Parameters.Values));
    }

    /// <summary>What Python left of the job.</summary>
    public ReferenceResult Read(string folder) => new(
        JsonSerializer.Deserialize<double[]>(File.ReadAllText(Path.Combine(folder, "losses.json")))!,
        ReadTensors(Path.Combine(folder, "gradient.safetensors")), ReadTensors(Path.Combine(folder, "average.safetensors")));

    private static double[] Doubles(torch.Tensor values) => values.to(torch.ScalarType.Float64).data<double>().ToArray();

    private IEnumerable<(TensorSpec Spec, float[] Values)> Split(float[] values)
    {
        var first = 0;
        foreach (var spec in Architecture.Tensors)
        {
            yield return (spec, values[first..(first + spec.Count)]);
            first += spec.Count;
        }
    }

    private double[] ReadTensors(string path)
    {
        var tensors = SafetensorsReader.Read(path);
        return [.. Architecture.Tensors.SelectMany(spec => tensors[spec.Name].Values)];
    }
}

/// <summary>What a job gave; the vectors in canonical order.</summary>
internal sealed record ReferenceResult(IReadOnlyList<double> Losses, double[] Gradient, double[] Average);
