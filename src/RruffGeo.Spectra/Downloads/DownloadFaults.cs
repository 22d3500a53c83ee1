namespace RruffGeo.Spectra;

/// <summary>An attempt failed in a way that another attempt at the same address may mend.</summary>
/// <param name="message">What happened.</param>
/// <param name="after">How long the server asks to wait; null if it does not.</param>
internal sealed class PassingFaultException(string message, TimeSpan? after = null) : Exception(message)
{
    public TimeSpan? After { get; } = after;
}

/// <summary>An address is of no use for this archive.</summary>
/// <param name="message">What it answered, and what was expected.</param>
internal sealed class UselessAddressException(string message) : Exception(message);
