using System.Net.Mail;

namespace RruffGeo.Geography;

/// <summary>How one live geocoder is asked. Not part of any key: what it answered is.</summary>
public sealed record LiveOptions
{
    /// <summary>Where the server stands unless an option says otherwise; Nominatim's is one's own, as its public server is not for thousands of texts.</summary>
    public static IReadOnlyDictionary<string, Uri> DefaultServers { get; } = new Dictionary<string, Uri>(StringComparer.Ordinal)
    {
        [GeocoderNames.Nominatim] = new("http://localhost:8080/"),
        [GeocoderNames.Photon] = new("https://photon.komoot.io/"),
        [GeocoderNames.ArcGis] = new("https://geocode.arcgis.com/arcgis/rest/services/World/GeocodeServer/"),
    };

    /// <summary>Which geocoder: one of <see cref="GeocoderNames.Live"/>.</summary>
    public required string Geocoder { get; init; }

    /// <summary>Address of the server, ending in a slash, without a query.</summary>
    public required Uri Server { get; init; }

    /// <summary>A mail or web address at which the server's owner reaches whoever runs this; sent as part of the User-Agent.</summary>
    public required string Contact { get; init; }

    /// <summary>Token of the service; null if it has none. ArcGIS is not asked without one.</summary>
    public ServiceToken? Token { get; init; }

    /// <summary>Most requests per second, &gt; 0. One, until the owner of a server raises it for himself.</summary>
    public double RequestsPerSecond { get; init; } = 1;

    /// <summary>Longest wait for one answer, body included.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>Longest time for one text, tries and waits together.</summary>
    public TimeSpan LongestTime { get; init; } = TimeSpan.FromMinutes(2);

    /// <summary>True for the volunteers' servers, which take neither more than one request a second nor bulk.</summary>
    public bool IsPublic => Server.Host is "nominatim.openstreetmap.org" or "photon.komoot.io";

    /// <summary>What is wrong with these options; empty if nothing is.</summary>
    public IEnumerable<string> Mistakes()
    {
        if (!IsContact(Contact))
            yield return $"'{Contact}' is no contact: expected a mail address or a web address, at which the owner of a server can reach you.";
        if (!Server.IsAbsoluteUri || Server.Scheme is not ("http" or "https") || Server.UserInfo.Length > 0 || Server.Query.Length > 0 || Server.Fragment.Length > 0)
            yield return $"{Geocoder}: expected the server's address as http://host/path/ or https://host/path/, without user, query or fragment.";
        else if (Token is not null && Server.Scheme != "https" && !Server.IsLoopback)
            yield return $"{Geocoder}: a token is sent over https only; {Server.GetLeftPart(UriPartial.Authority)} is not.";
        if (Geocoder == GeocoderNames.ArcGis && Token is null)
            yield return "ArcGIS is off without a token, because its answers may be kept only under a plan that allows it.";
        if (!(RequestsPerSecond is > 0 and <= 1000))
            yield return $"{Geocoder}: expected more than 0 and at most 1,000 requests a second.";
        else if (IsPublic && RequestsPerSecond > 1)
            yield return $"{Geocoder}: {Server.Host} takes at most 1 request a second; raise the rate for a server of your own only.";
    }

    private static bool IsContact(string contact) =>
        contact.All(letter => letter is > ' ' and < '\x7f' and not ('(' or ')' or '<' or '>' or '"' or '\\'))
        && (contact.Contains("://", StringComparison.Ordinal)
            ? Uri.TryCreate(contact, UriKind.Absolute, out var address) && address.Scheme is "http" or "https"
            : contact.Contains('@', StringComparison.Ordinal) && MailAddress.TryCreate(contact, out _));
}
