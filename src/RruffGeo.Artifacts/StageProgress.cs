namespace RruffGeo.Artifacts;

/// <summary>How far a stage has come.</summary>
/// <param name="Activity">What is being done, such as "reading LR-Raman.zip" or "row, fold 2".</param>
/// <param name="Done">Units done, 0 ≤ done ≤ total.</param>
/// <param name="Total">Units in all; 0 if not known.</param>
/// <param name="Unit">What is counted, in the plural, such as "spectra".</param>
/// <param name="Detail">Further figures ready to print, such as "epoch 3/8, loss 2.310, accuracy 0.412"; may be empty.</param>
public sealed record StageProgress(string Activity, long Done, long Total, string Unit, string Detail = "");
