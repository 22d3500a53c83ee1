namespace RruffGeo.Models;

/// <summary>What one epoch gave.</summary>
/// <param name="Epoch">From 1.</param>
/// <param name="Loss">Mean training cross-entropy, nat, in training mode.</param>
/// <param name="Accuracy">Training accuracy in training mode, 0 … 1.</param>
/// <param name="LearningRate">At the epoch's last step.</param>
public sealed record EpochResult(int Epoch, double Loss, double Accuracy, double LearningRate);

/// <summary>How far a training has come.</summary>
/// <param name="Epoch">The running epoch, from 1.</param>
/// <param name="Spectra">Spectra trained on so far, over all epochs.</param>
/// <param name="TotalSpectra">Spectra of the whole training.</param>
/// <param name="Loss">Mean cross-entropy of the epoch so far, nat.</param>
/// <param name="Accuracy">Accuracy of the epoch so far.</param>
/// <param name="Rate">Spectra per second since this run started; 0 if not known yet.</param>
/// <param name="Notice">Something to tell the reader, such as a damaged checkpoint; usually empty.</param>
public sealed record TrainingProgress(
    int Epoch, long Spectra, long TotalSpectra, double Loss, double Accuracy, double Rate, string Notice = "");
