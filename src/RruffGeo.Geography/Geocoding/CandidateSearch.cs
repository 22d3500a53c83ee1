namespace RruffGeo.Geography;

/// <summary>Outcome of a search over the candidates of one locality.</summary>
/// <param name="Answer">The answer that ended the search, or the last "not found".</param>
/// <param name="Geocoder">Name of the geocoder that gave it; empty if there was no candidate.</param>
/// <param name="Depth">Fields that had been dropped from the beginning.</param>
public sealed record CandidateAnswer(GeocodeAnswer Answer, string Geocoder, int Depth);

/// <summary>Sends shorter and shorter candidates to geocoders until one is found (paper A.1, steps 2 and 3).</summary>
public static class CandidateSearch
{
    /// <summary>
    /// Sends each candidate to all <paramref name="geocoders"/> in order before the next candidate. "Not found" moves on; "failed" ends the
    /// search, because going on would answer an outage with a coarser place.
    /// </summary>
    public static async ValueTask<CandidateAnswer> SearchAsync(
        IReadOnlyList<string> candidates, IReadOnlyList<IGeocoder> geocoders, CancellationToken cancellationToken)
    {
        var last = new CandidateAnswer(new GeocodeAnswer.NotFound("the locality is empty"), "", 0);
        for (var depth = 0; depth < candidates.Count; depth++)
        {
            foreach (var geocoder in geocoders)
            {
                cancellationToken.ThrowIfCancellationRequested();
                last = new CandidateAnswer(await geocoder.GeocodeAsync(candidates[depth], cancellationToken), geocoder.Name, depth);
                if (last.Answer is not GeocodeAnswer.NotFound)
                    return last;
            }
        }

        return last;
    }
}
