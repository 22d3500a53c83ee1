using RruffGeo.Tests;
using TorchSharp;

namespace RruffGeo.Models.Tests.Reference;

/// <summary>Fifty steps of training beside an implementation in PyTorch that shares no line with ours.</summary>
public sealed class PyTorchParityTests : IDisposable
{
    private const int Steps = 50, Points = 64;
    private readonly string folder = Directory.CreateTempSubdirectory("parity").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void Losses_gradients_and_weights_of_small_networks_are_those_of_pytorch()
    {
        ReferenceJob[] jobs =
        [
            .. from variant in Enum.GetValues<ScheduleFreeVariant>()
               from decayOn in Enum.GetValues<DecayedTensors>()
               select Small(new ScheduleFreeOptions { Variant = variant, DecayOn = decayOn, LearningRate = 3e-3, WarmUpSteps = 10 }),
        ];
        foreach (var (job, expected) in jobs.Zip(ByPython(jobs)))
        {
            Assert.True(expected.Losses[^1] < expected.Losses[0] - 0.1, $"{job.Optimizer}: {expected.Losses[0]} → {expected.Losses[^1]}");
            Compare(expected, job.Run(torch.ScalarType.Float64), $"{job.Optimizer}, double", loss: 1e-10, gradient: 1e-10, weights: 1e-9);
            Compare(expected, job.Run(torch.ScalarType.Float32), $"{job.Optimizer}, our kernels", loss: 1e-4, gradient: 1e-5, weights: 1e-3);
        }
    }

    [Fact]
    public void Losses_and_weights_of_the_papers_network_on_padded_spectra_are_those_of_pytorch()
    {
        var architecture = new ConvNeXtArchitecture(12);
        var set = TestNetworks.Spectra(60, Points, 12, band: 0.5f);
        for (var i = 0; i < set.Intensities.Length; i++)
            if (i % Points is < 12 or >= 40)
                set.Intensities[i] = 0;
        var job = new ReferenceJob(architecture, set, Batch: 8, Steps: Steps, new ScheduleFreeOptions { WarmUpSteps = 3 }) { Start = InitialWeights.Draw(architecture, 1) };
        var expected = Assert.Single(ByPython([job]));
        Compare(expected, job.Run(torch.ScalarType.Float64), "double", loss: 1e-9, gradient: 1e-9, weights: 1e-7);
        Compare(expected, job.Run(torch.ScalarType.Float32), "our kernels", loss: 1e-4, gradient: 1e-4, weights: 1e-2);
    }

    private static ReferenceJob Small(ScheduleFreeOptions optimizer)
    {
        var architecture = TestNetworks.Small(4);
        using var network = new ConvNeXt1D(architecture, seed: 1);
        TestNetworks.Disturb(network);
        return new(architecture, TestNetworks.Spectra(50, 75, 4, band: 1), Batch: 8, Steps: Steps, optimizer) { Start = network.Parameters.Values.data<float>().ToArray() };
    }

    private static void Compare(ReferenceResult expected, ReferenceResult actual, string what, double loss, double gradient, double weights)
    {
        var worst = expected.Losses.Zip(actual.Losses).Max(pair => Math.Abs(pair.First - pair.Second));
        var found = (Loss: worst, Gradient: Distance(expected.Gradient, actual.Gradient), Weights: Distance(expected.Average, actual.Average));
        Assert.True(found.Loss <= loss && found.Gradient <= gradient && found.Weights <= weights, $"{what}: {found} instead of at most {(loss, gradient, weights)}");
        Assert.Equal(Steps, actual.Losses.Count);
    }

    /// <summary>‖a − b‖/‖a‖.</summary>
    private static double Distance(double[] a, double[] b) => Math.Sqrt(a.Zip(b).Sum(pair => Math.Pow(pair.First - pair.Second, 2)) / a.Sum(value => value * value));

    private ReferenceResult[] ByPython(ReferenceJob[] jobs)
    {
        string[] folders = [.. jobs.Select((_, i) => Path.Combine(folder, $"job{i}"))];
        for (var i = 0; i < folders.Length; i++)
            jobs[i].Write(folders[i], "float64");
        PythonProgram.Run(["torch", "numpy"], "convnext1d.py", folders);
        return [.. jobs.Select((job, i) => job.Read(folders[i]))];
    }
}
