namespace RruffGeo.Geography;

/// <summary>A text to which a live geocoder gave no answer: a row of the list beside the answer file, never an answer.</summary>
/// <param name="Candidate">The text.</param>
/// <param name="Geocoder">Who was asked.</param>
/// <param name="Why">What went wrong.</param>
internal sealed record AskingFailure(string Candidate, string Geocoder, string Why);
