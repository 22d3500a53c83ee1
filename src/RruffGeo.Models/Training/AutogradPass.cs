using TorchSharp;
using static TorchSharp.torch;

namespace RruffGeo.Models;

/// <summary>The gradient as torch differentiates <see cref="ConvNeXt1D"/>: for any device.</summary>
internal sealed class AutogradPass(ConvNeXt1D network) : IGradientPass
{
    private readonly Device device = network.Parameters.Values.device;
    private readonly ScalarType type = network.Parameters.Values.dtype;

    /// <inheritdoc/>
    public BatchOutcome Accumulate(TrainingSet set, ReadOnlySpan<int> members, StochasticMasks masks)
    {
        using var scope = NewDisposeScope();
        var classes = tensor(Classes(set, members)).to(device);
        var logits = network.Forward(Batch(set, members), BatchMasks.Of(masks, members.Length, network.Parameters.Values));
        var loss = nn.functional.cross_entropy(logits, classes);
        loss.backward();
        return new(loss.ToDouble() * members.Length, logits.argmax(1).eq(classes).sum().ToInt32());
    }

    /// <inheritdoc/>
    public float[] Logits(TrainingSet set, ReadOnlySpan<int> members)
    {
        using var scope = NewDisposeScope();
        using var mode = no_grad();
        return network.Forward(Batch(set, members)).to(ScalarType.Float32).cpu().contiguous().data<float>().ToArray();
    }

    /// <inheritdoc/>
    public void Dispose()
    {
    }

    private Tensor Batch(TrainingSet set, ReadOnlySpan<int> members)
    {
        var values = new float[members.Length * set.Points];
        set.Copy(members, set.Points, values);
        return tensor(values).to(type).to(device).view(members.Length, set.Points);
    }

    private static long[] Classes(TrainingSet set, ReadOnlySpan<int> members)
    {
        var classes = new long[members.Length];
        for (var i = 0; i < classes.Length; i++)
            classes[i] = set.Classes[members[i]];
        return classes;
    }
}
