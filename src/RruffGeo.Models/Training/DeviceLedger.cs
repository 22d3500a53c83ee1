using TorchSharp;
using static TorchSharp.torch;

namespace RruffGeo.Models;

/// <summary>Loss, hits and the first fault of an epoch, added up on the device; belongs to the dispose scope it is made in.</summary>
internal sealed class DeviceLedger
{
    // Sum of cross-entropies, hits; first spectrum of the first faulty batch or −1, its loss, the norm of its gradient.
    private readonly Tensor tally, fault;

    /// <summary>Goes on from <paramref name="from"/>.</summary>
    public DeviceLedger(EpochPosition from, Device device) =>
        (tally, fault) = (tensor([from.LossSum, from.Correct]).to(device), tensor([-1.0, 0, 0]).to(device));

    /// <summary>Adds a batch; nothing is waited for.</summary>
    /// <param name="first">Its first spectrum in the epoch's order.</param>
    /// <param name="count">Its spectra.</param>
    /// <param name="loss">Its mean cross-entropy.</param>
    /// <param name="correct">How many of it were classified correctly.</param>
    /// <param name="norm">Norm of its gradient.</param>
    public void Add(int first, long count, Tensor loss, Tensor correct, Tensor norm)
    {
        using var scope = NewDisposeScope();
        // Kept in variables: a number made in the call itself may be collected while native code still reads it.
        using Scalar spectra = (double)count, start = (double)first, zero = 0.0;
        var (mean, length) = (loss.to(ScalarType.Float64), norm.to(ScalarType.Float64));
        tally.add_(stack([mean * spectra, correct.to(ScalarType.Float64)]));
        var present = stack([full_like(mean, start), mean, length]);
        var keep = fault.narrow(0, 0, 1).ge(zero).logical_or(isfinite(mean).logical_and(isfinite(length)));
        fault.copy_(where(keep, fault, present));
    }

    /// <summary>Waits for the device, and reads.</summary>
    /// <param name="done">Spectra done.</param>
    public (EpochPosition Position, (int First, double Loss, double Norm)? Fault) Read(int done)
    {
        using var scope = NewDisposeScope();
        var values = cat([tally, fault]).cpu().data<double>().ToArray();
        return (new(done, values[0], (int)values[1]), values[2] < 0 ? null : ((int)values[2], values[3], values[4]));
    }
}
