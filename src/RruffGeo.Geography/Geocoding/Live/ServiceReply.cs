namespace RruffGeo.Geography;

/// <summary>What one request to a service came to.</summary>
internal abstract record ServiceReply
{
    /// <summary>The service found a place.</summary>
    public sealed record Found(GeoPoint Point, string Matched, string Kind, double? Score) : ServiceReply;

    /// <summary>The service said that it knows no such place.</summary>
    public sealed record NotFound : ServiceReply;

    /// <summary>The service gave no answer.</summary>
    /// <param name="Why">What went wrong, for people.</param>
    /// <param name="Outlook">What a further request may be good for.</param>
    /// <param name="RetryAfter">How long the server told to wait; null if it did not.</param>
    public sealed record Error(string Why, Outlook Outlook, TimeSpan? RetryAfter = null) : ServiceReply;
}

/// <summary>What a further request may be good for after an error.</summary>
internal enum Outlook
{
    /// <summary>The same request may succeed a little later.</summary>
    Again,

    /// <summary>The same request will fail again, and so may others.</summary>
    Hopeless,

    /// <summary>The service is well; it does not take this text.</summary>
    BadText,

    /// <summary>The service does not want us: nothing more is sent to it in this run.</summary>
    Refused,
}
