namespace RruffGeo.Loopback;

/// <summary>What a loopback server answers, decently or not.</summary>
/// <param name="Status">HTTP status.</param>
/// <param name="Body">The body as text.</param>
public sealed record LoopbackReply(int Status, string Body)
{
    /// <summary>Type of the body.</summary>
    public string ContentType { get; init; } = "application/json";

    /// <summary>The header Retry-After; null for none.</summary>
    public string? RetryAfter { get; init; }

    /// <summary>The header Location; null for none.</summary>
    public string? Location { get; init; }

    /// <summary>How long the answer is held back.</summary>
    public TimeSpan Delay { get; init; }

    /// <summary>Bytes, headers included, after which the connection is cut; null for a whole answer.</summary>
    public int? CutAfter { get; init; }

    /// <summary>An answer with status 200.</summary>
    public static LoopbackReply Ok(string body) => new(200, body);

    /// <summary>A page of a proxy that stands before the service.</summary>
    public static LoopbackReply Page(int status) =>
        new(status, $"<!DOCTYPE html>\n<html><head><title>{status}</title></head><body><h1>Not now</h1></body></html>\n") { ContentType = "text/html" };
}
