namespace RruffGeo.Models;

/// <summary>The loss is no number any more; names the batch that did it.</summary>
public sealed class DivergedException : Exception
{
    private const int MostNames = 200;

    /// <summary>The loss of a batch is not finite.</summary>
    /// <param name="epoch">Epoch from 1.</param>
    /// <param name="step">Step of the whole training, from 1.</param>
    /// <param name="loss">What it was.</param>
    /// <param name="names">Names of the batch's spectra.</param>
    public DivergedException(int epoch, long step, double loss, IReadOnlyCollection<string> names)
        : base($"The loss became {loss} in epoch {epoch}, step {step}. Look at the spectra of its batch, or lower Models.LearningRate: "
            + string.Join(", ", names.Take(MostNames)) + (names.Count > MostNames ? $" and {names.Count - MostNames} more" : "") + ".") =>
        Names = names;

    /// <summary>Names of the batch's spectra.</summary>
    public IReadOnlyCollection<string> Names { get; }
}
