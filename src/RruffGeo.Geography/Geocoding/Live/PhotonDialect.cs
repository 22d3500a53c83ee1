using System.Text.Json;

namespace RruffGeo.Geography;

/// <summary>Photon: GeoJSON features, longitude first.</summary>
internal sealed class PhotonDialect() : ServiceDialect(GeocoderNames.Photon, OpenStreetMap)
{
    private static readonly string[] NameParts = ["name", "city", "county", "state", "country"];

    /// <inheritdoc/>
    protected override string Query(string candidate) => $"api?q={candidate}&limit=1&lang=en";

    /// <inheritdoc/>
    protected override ServiceReply Read(JsonElement body)
    {
        var features = Get(body, "features");
        if (features.ValueKind != JsonValueKind.Array)
            return body.ValueKind == JsonValueKind.Object && ServiceText.Message(body) is { Length: > 0 } message
                ? Unexpected($"an error: {message}")
                : Unexpected("no list of features");
        if (features.GetArrayLength() == 0)
            return new ServiceReply.NotFound();
        var properties = Get(features[0], "properties");
        var coordinates = Get(Get(features[0], "geometry"), "coordinates");
        if (coordinates.ValueKind != JsonValueKind.Array || coordinates.GetArrayLength() < 2)
            return Unexpected("a feature without a point");
        var matched = NameParts.Select(part => ServiceText.Of(properties, part)).Where(part => part.Length > 0).Distinct();
        var kind = ServiceText.Of(properties, "type") is { Length: > 0 } type ? type : ServiceText.Of(properties, "osm_value");
        return FoundAt(
            ServiceText.Degrees(coordinates[1]), ServiceText.Degrees(coordinates[0]), ServiceText.Name(string.Join(", ", matched)), kind, score: null);
    }
}
