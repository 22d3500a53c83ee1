namespace RruffGeo.Models;

/// <summary>Makes networks again from their stored tensors.</summary>
public static class StoredNetwork
{
    /// <summary>The network of <paramref name="architecture"/> with the values of <paramref name="tensors"/>, on the processor; the caller disposes it.</summary>
    /// <param name="architecture">Its sizes.</param>
    /// <param name="tensors">Values by canonical name, row-major; exactly those of the architecture.</param>
    /// <exception cref="InvalidDataException">A tensor is missing, or has another number of values.</exception>
    public static TrainedNetwork Restore(ConvNeXtArchitecture architecture, IReadOnlyDictionary<string, float[]> tensors)
    {
        var values = architecture.Tensors.SelectMany(spec => tensors.TryGetValue(spec.Name, out var stored) && stored.Length == spec.Count
            ? stored
            : throw new InvalidDataException(
                $"expected tensor {spec.Name} of {spec.Count} values but found {(stored is null ? "none of that name" : $"{stored.Length}")}.")).ToArray();
        var network = new ConvNeXt1D(architecture, seed: 0);
        network.Parameters.Write(values);
        return new TrainedNetwork(network, []);
    }
}
