using System.Text.Json;

namespace RruffGeo.Geography;

/// <summary>Nominatim: an array of places whose coordinates are texts.</summary>
internal sealed class NominatimDialect() : ServiceDialect(GeocoderNames.Nominatim, OpenStreetMap)
{
    /// <inheritdoc/>
    protected override string Query(string candidate) => $"search?q={candidate}&format=jsonv2&limit=1&accept-language=en";

    /// <inheritdoc/>
    protected override ServiceReply Read(JsonElement body)
    {
        if (body.ValueKind != JsonValueKind.Array)
            return body.ValueKind == JsonValueKind.Object && body.TryGetProperty("error", out _)
                ? Unexpected($"an error: {ServiceText.Message(body)}")
                : Unexpected("no list of places");
        if (body.GetArrayLength() == 0)
            return new ServiceReply.NotFound();
        var place = body[0];
        var kind = ServiceText.Of(place, "addresstype") is { Length: > 0 } type ? type : ServiceText.Of(place, "type");
        return FoundAt(
            ServiceText.Degrees(Get(place, "lat")), ServiceText.Degrees(Get(place, "lon")), ServiceText.Of(place, "display_name"), kind, score: null);
    }
}
