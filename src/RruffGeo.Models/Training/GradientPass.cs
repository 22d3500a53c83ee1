using TorchSharp;

namespace RruffGeo.Models;

/// <summary>Chooses how a network's gradient is computed.</summary>
internal static class GradientPass
{
    /// <summary>Our own kernels where the network is on the processor and its widths fill whole vectors; else torch's differentiation.</summary>
    /// <param name="network">The network.</param>
    /// <param name="points">Points of a spectrum.</param>
    /// <param name="threads">Threads to use, ≥ 1.</param>
    public static IGradientPass Of(ConvNeXt1D network, int points, int threads)
    {
        var values = network.Parameters.Values;
        if (values.device_type != DeviceType.CPU || values.dtype != torch.ScalarType.Float32 || !ProcessorSlices.CanRun(network.Architecture))
        {
            torch.set_num_threads(threads);
            return new AutogradPass(network);
        }

        // Parallel are the slices of a batch, not the products within: torch's own threads stay out of it.
        torch.set_num_threads(1);
        return network.Precision == ProductPrecision.BFloat16 ? new ProcessorPass<BFloat16>(network, points, threads) : new ProcessorPass<float>(network, points, threads);
    }
}
