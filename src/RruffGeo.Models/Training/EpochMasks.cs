using System.Collections.Immutable;
using TorchSharp;
using static TorchSharp.torch;

namespace RruffGeo.Models;

/// <summary>The masks of all batches of an epoch, put on the device in one go.</summary>
/// <param name="Branches">For each block (spectra, 1, 1) in the epoch's order; null where the rate is 0.</param>
/// <param name="Features">(spectra, C); null at rate 0.</param>
internal sealed record EpochMasks(ImmutableArray<Tensor?> Branches, Tensor? Features)
{
    /// <summary>Draws batch by batch, as a training on the processor does; the tensors belong to the current dispose scope.</summary>
    /// <param name="draws">The epoch's draws.</param>
    /// <param name="batch">Spectra of a batch.</param>
    /// <param name="spectra">Spectra of the epoch.</param>
    /// <param name="like">Has the type and the device.</param>
    public static EpochMasks Draw(EpochDraws draws, int batch, int spectra, Tensor like)
    {
        List<StochasticMasks> all = [];
        for (var first = 0; first < spectra; first += batch)
            all.Add(draws.NextMasks(Math.Min(batch, spectra - first)));
        return new(
            [.. Enumerable.Range(0, all[0].Branches.Length).Select(block => Joined(all.Select(masks => masks.Branches[block]), like)?.view(spectra, 1, 1))],
            Joined(all.Select(masks => masks.Features), like)?.view(spectra, -1));
    }

    /// <summary>Those of <paramref name="count"/> spectra from <paramref name="first"/> on.</summary>
    public BatchMasks Slice(int first, int count) =>
        new([.. Branches.Select(branch => branch?.narrow(0, first, count))], Features?.narrow(0, first, count));

    private static Tensor? Joined(IEnumerable<float[]?> parts, Tensor like) =>
        parts.OfType<float[]>().ToList() is { Count: > 0 } present ? BatchMasks.On([.. present.SelectMany(part => part)], like) : null;
}
