namespace RruffGeo.Models;

/// <summary>The epochs of one training.</summary>
internal interface IEpochs : IDisposable
{
    /// <summary>The optimiser, with all of the run's state.</summary>
    ScheduleFreeAdamW Optimizer { get; }

    /// <summary>How far the running epoch is known to be when it is told or stopped; at its start again when it is done.</summary>
    EpochPosition Position { get; }

    /// <summary>Runs one epoch, or what <paramref name="from"/> leaves of it: every spectrum once, in an order of its own.</summary>
    /// <param name="epoch">From 1.</param>
    /// <param name="from">Where to start; the default is the beginning.</param>
    /// <param name="report">Is told the position; the optimiser's state is then that of this position.</param>
    /// <param name="cancellation">Looked at before each batch; <see cref="Position"/> then says where it stopped.</param>
    /// <exception cref="DivergedException">The loss or the norm of its gradient is not finite.</exception>
    EpochResult Run(int epoch, EpochPosition from, Action<EpochPosition> report, CancellationToken cancellation);
}
