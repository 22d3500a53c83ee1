using System.Text.Json;

namespace RruffGeo.Geography;

/// <summary>How one service is asked and how its body reads; opens no connection.</summary>
/// <param name="name">One of <see cref="GeocoderNames.Live"/>.</param>
/// <param name="licence">Under what its answers are kept.</param>
internal abstract class ServiceDialect(string name, string licence)
{
    /// <summary>Attribution that OpenStreetMap asks for.</summary>
    protected const string OpenStreetMap = "© OpenStreetMap contributors, ODbL 1.0";

    /// <summary>One of <see cref="GeocoderNames.Live"/>.</summary>
    public string Name => name;

    /// <summary>Under what answers are kept; stands beside each in the answer file.</summary>
    public string Licence => licence;

    /// <summary>The dialect of a live geocoder.</summary>
    public static ServiceDialect Of(string name) => name switch
    {
        GeocoderNames.Nominatim => new NominatimDialect(),
        GeocoderNames.Photon => new PhotonDialect(),
        GeocoderNames.ArcGis => new ArcGisDialect(),
        _ => throw new ArgumentOutOfRangeException(nameof(name), name, "No such live geocoder."),
    };

    /// <summary>The address that asks for <paramref name="candidate"/>, without keys.</summary>
    public Uri AddressOf(Uri server, string candidate) =>
        new(new Uri(server.AbsoluteUri.EndsWith('/') ? server.AbsoluteUri : server.AbsoluteUri + "/"), Query(Uri.EscapeDataString(candidate)));

    /// <summary>Reads the body of a response with status 200.</summary>
    public ServiceReply Read(ReadOnlyMemory<byte> body)
    {
        try
        {
            using var json = JsonDocument.Parse(body);
            return Read(json.RootElement);
        }
        catch (JsonException)
        {
            return Unexpected("no JSON");
        }
    }

    /// <summary>Path and query of the request.</summary>
    /// <param name="candidate">The text, escaped for a query.</param>
    protected abstract string Query(string candidate);

    /// <summary>Reads a parsed body.</summary>
    protected abstract ServiceReply Read(JsonElement body);

    /// <summary>A place at the given degrees; an error if they are none on Earth. 0, 0 is a place like any other.</summary>
    protected ServiceReply FoundAt(double? latitude, double? longitude, string matched, string kind, double? score) =>
        latitude is { } north && longitude is { } east && double.Abs(north) <= 90 && double.Abs(east) <= 180
            ? new ServiceReply.Found(new GeoPoint(north, east), matched, kind, score)
            : Unexpected("coordinates that are none");

    /// <summary>An error for a body that is not what the service's documentation says.</summary>
    protected ServiceReply.Error Unexpected(string what) => new($"{Name} sent {what}", Outlook.Hopeless);

    /// <summary>The property of an object; an undefined element if there is none.</summary>
    protected static JsonElement Get(JsonElement holder, string property) =>
        holder.ValueKind == JsonValueKind.Object && holder.TryGetProperty(property, out var value) ? value : default;
}
