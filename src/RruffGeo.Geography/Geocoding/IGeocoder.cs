namespace RruffGeo.Geography;

/// <summary>Turns a text into coordinates (paper A.1, step 2).</summary>
public interface IGeocoder
{
    /// <summary>Name for the column <c>geocoder</c>, such as <c>Gazetteer</c>.</summary>
    string Name { get; }

    /// <summary>Looks up one candidate text. Never throws for what the text holds or what a server sends: that is an answer.</summary>
    /// <returns>At once without a network; after waits and retries with one.</returns>
    /// <exception cref="OperationCanceledException"><paramref name="cancellationToken"/> was cancelled.</exception>
    ValueTask<GeocodeAnswer> GeocodeAsync(string candidate, CancellationToken cancellationToken);
}
