namespace RruffGeo.Stages;

/// <summary>How locality texts become coordinates (stage 02; paper section 2 and A.1).</summary>
public sealed record GeocodedParameters
{
    /// <summary>Geocoders in the order in which each candidate is sent to them. Paper: Nominatim, Photon, ArcGIS; ours: the offline gazetteer (deviation).</summary>
    public string Services { get; init; } = "Gazetteer";

    /// <summary>Throws if the values contradict each other; called once, before any stage runs.</summary>
    public void Validate()
    {
        if (Services != "Gazetteer")
            throw new ArgumentOutOfRangeException(nameof(Services), Services, "Expected 'Gazetteer', the only geocoder so far.");
    }
}
