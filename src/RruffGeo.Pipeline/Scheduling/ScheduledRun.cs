namespace RruffGeo.Pipeline.Scheduling;

/// <summary>Something to run beside others.</summary>
/// <param name="Name">For messages.</param>
/// <param name="Need">What it needs while it runs.</param>
/// <param name="Expected">How long it will take; the longest starts first, so that nothing long is left for the end.</param>
/// <param name="Run">Runs it.</param>
public sealed record ScheduledRun(string Name, Resources Need, TimeSpan Expected, Action<CancellationToken> Run);

/// <summary>A run that failed.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Error">What it threw.</param>
public sealed record FailedRun(string Name, Exception Error);

/// <summary>What happens to the others when one fails.</summary>
public enum UponFailure
{
    /// <summary>Those under way end; no other starts.</summary>
    Stop,

    /// <summary>All others run.</summary>
    KeepGoing,
}
