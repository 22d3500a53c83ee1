using System.Runtime.Intrinsics;

namespace RruffGeo.Models;

/// <summary>A matrix W of weights as the second factor of <see cref="TiledProduct"/>s: going forwards transposed, going backwards as it is.</summary>
internal sealed class WeightPanels(PassMemory memory, NativeMatrix<float> weights)
{
    /// <summary>Wᵀ.</summary>
    public Panels Forwards { get; } = new(memory.Take<float>(weights.Columns, weights.Rows), weights.Columns, weights.Rows);

    /// <summary>W.</summary>
    public Panels Backwards { get; } = new(memory.Take<float>(weights.Rows, weights.Columns), weights.Rows, weights.Columns);

    /// <summary>True if this processor has registers of sixteen values and both sides of the matrix are whole panels.</summary>
    public static bool Fit(NativeMatrix<float> weights) =>
        Vector512.IsHardwareAccelerated && weights.Rows % Panels.Narrowest == 0 && weights.Columns % Panels.Narrowest == 0;

    /// <summary>Takes over the weights as they are now.</summary>
    public void Update()
    {
        Forwards.FillTransposed(weights);
        Backwards.Fill(weights);
    }
}
