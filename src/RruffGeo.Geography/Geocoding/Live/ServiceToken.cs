namespace RruffGeo.Geography;

/// <summary>A secret that a service asks for. Prints as <c>[token]</c>, so that no message, log or file shows it by accident.</summary>
/// <param name="secret">The token; not empty.</param>
public sealed class ServiceToken(string secret)
{
    private const string Redacted = "[token]";
    private readonly string secret = string.IsNullOrWhiteSpace(secret) ? throw new ArgumentException("A token is not empty.", nameof(secret)) : secret.Trim();

    /// <inheritdoc/>
    public override string ToString() => Redacted;

    /// <summary>The address with the token as its last parameter: for the request alone.</summary>
    internal Uri AddTo(Uri address) => new($"{address.AbsoluteUri}&token={Uri.EscapeDataString(secret)}");

    /// <summary>The text without the token, should a server have sent it back.</summary>
    internal string Redact(string text) => text
        .Replace(secret, Redacted, StringComparison.OrdinalIgnoreCase)
        .Replace(Uri.EscapeDataString(secret), Redacted, StringComparison.OrdinalIgnoreCase);
}
