namespace RruffGeo.Geography;

/// <summary>Stops asking a service that fails again and again; one request a minute then tries whether it is back.</summary>
/// <remarks>Own: Polly's breaker counts shares in a time window, not failures in a row.</remarks>
/// <param name="clock">Tells time.</param>
internal sealed class CircuitBreaker(TimeProvider clock)
{
    /// <summary>Failures in a row that open it.</summary>
    public const int Failures = 5;

    /// <summary>How long it stays open before it lets one request through.</summary>
    public static readonly TimeSpan Pause = TimeSpan.FromMinutes(1);

    private int inARow;
    private long since;

    /// <summary>True if nothing may be sent now.</summary>
    public bool IsOpen => inARow >= Failures && clock.GetElapsedTime(since) < Pause;

    /// <summary>The service answered, be it with "not found".</summary>
    public void Answered() => inARow = 0;

    /// <summary>The service failed.</summary>
    public void Failed() => (inARow, since) = (inARow + 1, clock.GetTimestamp());
}
