namespace RruffGeo.Geography;

/// <summary>Lets one request at a time through, and the next not before its time.</summary>
internal sealed class RequestPacing : IDisposable
{
    private readonly SemaphoreSlim turn = new(1, 1);
    private readonly TimeProvider clock;
    private readonly TimeSpan spacing;
    private readonly long origin;
    private TimeSpan next;

    /// <param name="spacing">Least time between the starts of requests; also waited before the first, as a run that was killed may have asked a moment ago.</param>
    /// <param name="clock">Tells time and waits.</param>
    public RequestPacing(TimeSpan spacing, TimeProvider clock)
    {
        (this.spacing, this.clock, next) = (spacing, clock, spacing);
        origin = clock.GetTimestamp();
    }

    /// <summary>Waits for its turn and holds it until the result is disposed of; null, without having waited, if that is more than <paramref name="longest"/> away.</summary>
    public async Task<IDisposable?> EnterAsync(TimeSpan longest, CancellationToken cancellationToken)
    {
        await turn.WaitAsync(cancellationToken);
        try
        {
            while (next - clock.GetElapsedTime(origin) is { Ticks: > 0 } wait)
            {
                if (wait > longest)
                {
                    turn.Release();
                    return null;
                }

                await Task.Delay(TimeSpan.FromMilliseconds(double.Ceiling(wait.TotalMilliseconds)), clock, cancellationToken);
            }
        }
        catch
        {
            turn.Release();
            throw;
        }

        next = clock.GetElapsedTime(origin) + spacing;
        return new Turn(turn);
    }

    /// <summary>Lets nothing through for <paramref name="wait"/> from now. Called while holding the turn.</summary>
    public void HoldFor(TimeSpan wait)
    {
        if (clock.GetElapsedTime(origin) + wait is var until && until > next)
            next = until;
    }

    /// <inheritdoc/>
    public void Dispose() => turn.Dispose();

    private sealed class Turn(SemaphoreSlim turn) : IDisposable
    {
        public void Dispose() => turn.Release();
    }
}
