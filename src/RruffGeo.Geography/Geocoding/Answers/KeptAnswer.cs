using System.Globalization;

namespace RruffGeo.Geography;

/// <summary>What a live geocoder once answered to a text: a row of the answer file.</summary>
public sealed record KeptAnswer
{
    /// <summary>The text that was sent: cleaned, and truncated or not.</summary>
    public required string Candidate { get; init; }

    /// <summary>Who answered: one of <see cref="GeocoderNames.Live"/>.</summary>
    public required string Geocoder { get; init; }

    /// <summary>Where the place lies; null if the answer was that there is none.</summary>
    public GeoPoint? Point { get; init; }

    /// <summary>The place in the geocoder's words; empty if not found.</summary>
    public string Matched { get; init; } = "";

    /// <summary>The geocoder's own word for what the place is, such as <c>city</c> or <c>Locality/City</c>; may be empty.</summary>
    public string Kind { get; init; } = "";

    /// <summary>How well it matches, 0 … 100; null if the geocoder does not say.</summary>
    public double? Score { get; init; }

    /// <summary>When, in UTC, to the second.</summary>
    public required DateTimeOffset Asked { get; init; }

    /// <summary>Attribution and licence of the answer.</summary>
    public required string Licence { get; init; }

    /// <summary>The request, without keys.</summary>
    public required string Address { get; init; }

    /// <summary>HTTP status of the response: 200, or it would be no answer.</summary>
    public required int Status { get; init; }

    /// <summary>SHA-256 of the response's body, lower-case hex.</summary>
    public required string BodySha256 { get; init; }

    /// <summary>What the answer says to a search.</summary>
    /// <param name="minimumScore">Scores below count as not found, 0 … 100; answers without a score pass.</param>
    public GeocodeAnswer ToGeocodeAnswer(double minimumScore)
    {
        if (Point is not { } point)
            return new GeocodeAnswer.NotFound($"{Geocoder} knows no such place");
        var invariant = CultureInfo.InvariantCulture;
        if (Score < minimumScore)
            return new GeocodeAnswer.NotFound(string.Create(invariant, $"{Geocoder}'s best match, '{Matched}', scores {Score}, below {minimumScore}"));
        var kind = Kind.Length > 0 ? Kind : "place of unnamed kind";
        return new GeocodeAnswer.Found(
            point, PlaceKind.PrecisionOf(Geocoder, Kind), Matched,
            string.Create(invariant, $"{kind}{(Score is null ? "" : $", score {Score}")}, answered {Asked:yyyy-MM-dd}"));
    }
}
