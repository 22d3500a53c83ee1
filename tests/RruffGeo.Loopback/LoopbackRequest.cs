namespace RruffGeo.Loopback;

/// <summary>A request that a loopback server was sent.</summary>
/// <param name="Target">Path and query as they came.</param>
/// <param name="Headers">Headers by lower-case name.</param>
public sealed record LoopbackRequest(string Target, IReadOnlyDictionary<string, string> Headers)
{
    /// <summary>The path, such as <c>/search</c>.</summary>
    public string Path => Target.Split('?')[0];

    /// <summary>Parameters of the query, decoded.</summary>
    public IReadOnlyDictionary<string, string> Query { get; } = Target.Split('?', 2).ElementAtOrDefault(1)?.Split('&')
        .Select(pair => pair.Split('=', 2)).ToDictionary(pair => pair[0], pair => Uri.UnescapeDataString(pair[1])) ?? [];

    /// <summary>The text that is looked for, whichever service is asked.</summary>
    public string Text => Query.GetValueOrDefault("q") ?? Query.GetValueOrDefault("singleLine") ?? "";

    /// <summary>The service that is asked, by its path.</summary>
    public string Service => Path.EndsWith("/search", StringComparison.Ordinal) ? "Nominatim"
        : Path.EndsWith("/api", StringComparison.Ordinal) ? "Photon"
        : Path.EndsWith("/findAddressCandidates", StringComparison.Ordinal) ? "ArcGIS" : "";
}
