namespace RruffGeo.Stages;

/// <summary>What came of asking live geocoders.</summary>
/// <param name="Rows">The localities that were asked for, in the order of asking; those that kept answers settled are not among them.</param>
/// <param name="Texts">Texts sent, by geocoder, in the order of the parameters.</param>
public sealed record AskedLocalities(IReadOnlyList<GeocodedLocality> Rows, IReadOnlyList<(string Geocoder, int Asked)> Texts)
{
    /// <summary>Found, not found and failed, in words.</summary>
    public string Tally => LocalityTally.Of(Rows);

    /// <summary>The localities without an answer: they stay failed until they are asked again.</summary>
    public IEnumerable<GeocodedLocality> Failed => Rows.Where(row => row.Status == "failed");
}
