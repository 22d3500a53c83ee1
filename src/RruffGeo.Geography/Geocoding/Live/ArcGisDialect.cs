using System.Text.Json;

namespace RruffGeo.Geography;

/// <summary>ArcGIS World Geocoding: candidates with a score; errors come with status 200.</summary>
internal sealed class ArcGisDialect() : ServiceDialect(GeocoderNames.ArcGis, "Esri, ArcGIS World Geocoding; kept under forStorage=true")
{
    /// <inheritdoc/>
    protected override string Query(string candidate) =>
        $"findAddressCandidates?singleLine={candidate}&f=json&maxLocations=1&outFields=Addr_type,Type&forStorage=true";

    /// <inheritdoc/>
    protected override ServiceReply Read(JsonElement body)
    {
        if (body.ValueKind == JsonValueKind.Object && body.TryGetProperty("error", out var error))
            return ErrorOf(body, error);
        var candidates = Get(body, "candidates");
        if (candidates.ValueKind != JsonValueKind.Array)
            return Unexpected("no list of candidates");
        if (candidates.GetArrayLength() == 0)
            return new ServiceReply.NotFound();
        var place = candidates[0];
        if (ServiceText.Degrees(Get(place, "score")) is not { } score)
            return Unexpected("a candidate without a score");
        var attributes = Get(place, "attributes");
        var kind = string.Join('/', new[] { ServiceText.Of(attributes, "Addr_type"), ServiceText.Of(attributes, "Type") }.Where(part => part.Length > 0));
        var location = Get(place, "location");
        return FoundAt(
            ServiceText.Degrees(Get(location, "y")), ServiceText.Degrees(Get(location, "x")), ServiceText.Of(place, "address"), kind, score);
    }

    private static ServiceReply.Error ErrorOf(JsonElement body, JsonElement error)
    {
        var code = Get(error, "code") is { ValueKind: JsonValueKind.Number } number && number.TryGetInt32(out var read) ? read : 500;
        var (meaning, outlook) = StatusMeaning.Of(code);
        return new ServiceReply.Error($"error {code} in a body of HTTP 200 ({meaning}): {ServiceText.Message(body)}", outlook);
    }
}
