using System.Net;

namespace RruffGeo.Geography;

/// <summary>What the status of a response means (GEO.md, as geopy reads it).</summary>
internal static class StatusMeaning
{
    /// <summary>The error of a status other than 200; null for 200.</summary>
    /// <param name="status">Status of the response.</param>
    /// <param name="said">What the body says of it; may be empty.</param>
    /// <param name="retryAfter">How long the server told to wait; null if it did not.</param>
    public static ServiceReply.Error? Of(HttpStatusCode status, string said, TimeSpan? retryAfter)
    {
        if (status == HttpStatusCode.OK)
            return null;
        var (meaning, outlook) = Of((int)status);
        return new ServiceReply.Error($"HTTP {(int)status} ({meaning}){(said.Length > 0 ? $": {said}" : "")}", outlook, retryAfter);
    }

    /// <summary>The same for the code inside an error body, which ArcGIS sends with status 200.</summary>
    public static (string Meaning, Outlook Outlook) Of(int code) => code switch
    {
        400 or 412 or 413 or 414 => ("bad query", Outlook.BadText),
        401 or 407 or 498 or 499 => ("authentication", Outlook.Refused),
        402 => ("quota used up", Outlook.Refused),
        403 => ("refused", Outlook.Refused),
        408 or 503 or 504 => ("overloaded", Outlook.Again),
        429 => ("too many requests", Outlook.Again),
        >= 500 and <= 599 => ("server error", Outlook.Again),
        >= 300 and <= 399 => ("moved: name the new address as the server", Outlook.Refused),
        _ => ("not what a geocoder answers", Outlook.Hopeless),
    };
}
