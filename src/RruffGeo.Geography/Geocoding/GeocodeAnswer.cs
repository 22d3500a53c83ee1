namespace RruffGeo.Geography;

/// <summary>What a geocoder says to a candidate. "Not found" is an answer, "failed" is none, and the two are never mixed up.</summary>
/// <param name="Why">Why this answer, for people.</param>
public abstract record GeocodeAnswer(string Why)
{
    /// <summary>The place was found.</summary>
    /// <param name="Point">Where it lies.</param>
    /// <param name="Precision">What the point stands for.</param>
    /// <param name="Matched">Name of the place in the geocoder's own spelling, with the units that hold it.</param>
    /// <param name="Why">How it was matched.</param>
    public sealed record Found(GeoPoint Point, PlacePrecision Precision, string Matched, string Why) : GeocodeAnswer(Why);

    /// <summary>The geocoder knows no such place: the next geocoder is asked, then the next candidate.</summary>
    /// <param name="Why">What was looked for in vain.</param>
    public sealed record NotFound(string Why) : GeocodeAnswer(Why);

    /// <summary>The geocoder gave no answer (time-out, overload, error): nothing may be concluded from it, and nothing is asked in its place.</summary>
    /// <param name="Why">What went wrong.</param>
    public sealed record Failed(string Why) : GeocodeAnswer(Why);
}
