namespace RruffGeo.Models;

/// <summary>How far an epoch is.</summary>
/// <param name="Spectra">Spectra done, whole batches.</param>
/// <param name="LossSum">Sum of their cross-entropies, nat.</param>
/// <param name="Correct">How many of them were classified correctly.</param>
internal readonly record struct EpochPosition(int Spectra, double LossSum, int Correct)
{
    /// <summary>Mean cross-entropy so far, nat.</summary>
    public double Loss => LossSum / Spectra;

    /// <summary>Accuracy so far, 0 … 1.</summary>
    public double Accuracy => (double)Correct / Spectra;
}
