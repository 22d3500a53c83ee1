namespace RruffGeo.Models;

/// <summary>How a network's weights and biases start; LayerNorm and layer scale start alike in both.</summary>
public enum Initialisation
{
    /// <summary>Weights from the normal distribution of deviation 0.02, biases 0 (paper eq. 7).</summary>
    Paper,

    /// <summary>
    /// Weights of variance 1/(inputs of a unit), so that features keep their size from layer to layer; the stem's biases of deviation 0.1, so that
    /// the zeros of padding meet no LayerNorm at zero, where its slope is 1,000. Deviation: an ablation of eq. 7.
    /// </summary>
    FanIn,
}
