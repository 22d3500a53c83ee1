using RruffGeo.Geography;

namespace RruffGeo.Stages;

/// <summary>How locality texts become coordinates (stage 02; paper section 2 and A.1).</summary>
public sealed record GeocodedParameters
{
    internal const string Refuse = "refuse";
    internal const string Send = "send";

    /// <summary>Geocoders in the order in which each candidate is sent to them, from <see cref="GeocoderNames"/>, parted by commas. Paper: Nominatim, Photon, ArcGIS; ours: the offline gazetteer (deviation).</summary>
    public string Services { get; init; } = "Gazetteer";

    /// <summary>Least score of an answer that counts as found, 0 … 100; for geocoders that give a score (ArcGIS). Ours: ArcGIS answers almost any word with something.</summary>
    public double MinimumScore { get; init; } = 80;

    /// <summary>
    /// What becomes of texts without an origin (synthetic, unknown, meteorites, seas, Antarctica, continents, makers): <c>refuse</c> gives them no point;
    /// <c>send</c> asks the geocoders all the same, as the paper does, whose coordinates for 99.85 % of rows must cover such texts (C04).
    /// </summary>
    public string WithoutOrigin { get; init; } = Refuse;

    /// <summary>The geocoders of <see cref="Services"/>, in order.</summary>
    public IReadOnlyList<string> Geocoders => Services.Split(',', StringSplitOptions.TrimEntries);

    /// <summary>Those of them that need a network, or answers kept from one.</summary>
    public IReadOnlyList<string> LiveGeocoders => [.. Geocoders.Where(GeocoderNames.Live.Contains)];

    /// <summary>Throws if the values contradict each other; called once, before any stage runs.</summary>
    public void Validate()
    {
        if (WithoutOrigin is not (Refuse or Send))
            throw new ArgumentOutOfRangeException(nameof(WithoutOrigin), WithoutOrigin, "Expected 'refuse' or 'send'.");
        if (Geocoders.FirstOrDefault(name => !GeocoderNames.All.Contains(name)) is { } unknown)
            throw new ArgumentOutOfRangeException(nameof(Services), unknown, "There is no such geocoder.") { Data = { ["valid"] = GeocoderNames.All } };
        if (Geocoders.Distinct().Count() < Geocoders.Count)
            throw new ArgumentOutOfRangeException(nameof(Services), Services, "Expected each geocoder once.");
        if (!(MinimumScore is >= 0 and <= 100))
            throw new ArgumentOutOfRangeException(nameof(MinimumScore), MinimumScore, "Expected a score from 0 to 100.");
    }
}
