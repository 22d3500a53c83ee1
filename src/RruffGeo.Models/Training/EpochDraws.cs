using System.Collections.Immutable;

namespace RruffGeo.Models;

/// <summary>What chance decides in one epoch: the order of the spectra and the masks of each batch, the same on every device.</summary>
internal sealed class EpochDraws
{
    private readonly TrainingOptions options;
    private readonly ImmutableArray<double> rates;
    private readonly RandomStream dropPath, dropout;

    /// <summary>The draws of epoch <paramref name="epoch"/>, from 1, over <paramref name="spectra"/> spectra.</summary>
    public EpochDraws(TrainingOptions options, int epoch, int spectra)
    {
        this.options = options;
        rates = options.Architecture.DropPathRates(options.DropPath);
        (dropPath, dropout) = (new(options.Seed, RandomPurpose.DropPath, epoch), new(options.Seed, RandomPurpose.Dropout, epoch));
        Order = [.. Enumerable.Range(0, spectra)];
        new RandomStream(options.Seed, RandomPurpose.Shuffling, epoch).Shuffle(Order);
    }

    /// <summary>Every spectrum once.</summary>
    public int[] Order { get; }

    /// <summary>Masks of the next batch: batches are asked for one after the other, those done before a resumption too.</summary>
    public StochasticMasks NextMasks(int samples) =>
        StochasticMasks.Draw(rates, dropPath, options.Dropout, dropout, samples, options.Architecture.Widths[^1]);
}
