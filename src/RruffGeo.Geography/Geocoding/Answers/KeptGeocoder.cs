namespace RruffGeo.Geography;

/// <summary>A live geocoder as its kept answers tell: asks nobody, and says "failed" where no answer is kept.</summary>
/// <remarks>Not safe to use from several threads.</remarks>
/// <param name="name">Which geocoder.</param>
/// <param name="answers">What it answered.</param>
/// <param name="minimumScore">Scores below count as not found, 0 … 100.</param>
public sealed class KeptGeocoder(string name, KeptAnswers answers, double minimumScore) : IGeocoder
{
    private readonly List<string> missing = [];

    /// <inheritdoc/>
    public string Name => name;

    /// <summary>The texts looked up so far to which there is neither an answer nor a failure on record.</summary>
    public IReadOnlyList<string> Missing => missing;

    /// <inheritdoc/>
    public ValueTask<GeocodeAnswer> GeocodeAsync(string candidate, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        if (answers.Find(candidate, name) is { } kept)
            return ValueTask.FromResult(kept.ToGeocodeAnswer(minimumScore));
        if (answers.WhyFailed(candidate, name) is { } why)
            return ValueTask.FromResult<GeocodeAnswer>(new GeocodeAnswer.Failed($"{name}: {why}"));
        missing.Add(candidate);
        return ValueTask.FromResult<GeocodeAnswer>(new GeocodeAnswer.Failed($"{name}: no answer to '{candidate}' is kept"));
    }
}
