namespace RruffGeo.Models;

/// <summary>The loss or its gradient is no number any more; names the batch that did it.</summary>
public sealed class DivergedException : Exception
{
    private const int MostNames = 200;

    /// <summary>The loss of a batch or the norm of its gradient is not finite.</summary>
    /// <param name="epoch">Epoch from 1.</param>
    /// <param name="step">Step of the whole training, from 1.</param>
    /// <param name="loss">What it was.</param>
    /// <param name="norm">Norm of the gradient.</param>
    /// <param name="names">Names of the batch's spectra.</param>
    public DivergedException(int epoch, long step, double loss, double norm, IReadOnlyCollection<string> names)
        : base(FormattableString.Invariant($"The {(double.IsFinite(loss) ? "norm of the gradient" : "loss")} became {(double.IsFinite(loss) ? norm : loss)} in epoch {epoch}, step {step}. Look at the spectra of its batch, or lower Models.LearningRate: ")
            + string.Join(", ", names.Take(MostNames)) + (names.Count > MostNames ? $" and {names.Count - MostNames} more" : "") + ".") =>
        Names = names;

    /// <summary>Names of the batch's spectra.</summary>
    public IReadOnlyCollection<string> Names { get; }
}
