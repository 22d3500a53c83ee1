namespace RruffGeo.Geography;

/// <summary>What was asked of a service, and what came back.</summary>
/// <param name="Address">The request without keys.</param>
/// <param name="Reply">What it came to.</param>
internal sealed record Exchanged(Uri Address, ServiceReply Reply)
{
    /// <summary>Status of the response; 0 if there was none.</summary>
    public int Status { get; init; }

    /// <summary>SHA-256 of the body, lower-case hex; empty if there was none.</summary>
    public string BodySha256 { get; init; } = "";

    /// <summary>When the response was there.</summary>
    public DateTimeOffset At { get; init; }
}
