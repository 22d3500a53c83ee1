namespace RruffGeo.Geography;

/// <summary>A live geocoder as its kept answers tell: asks nobody, and says "failed" where no answer is kept.</summary>
/// <param name="name">Which geocoder.</param>
/// <param name="answers">What it answered.</param>
/// <param name="minimumScore">Scores below count as not found, 0 … 100.</param>
public sealed class KeptGeocoder(string name, KeptAnswers answers, double minimumScore) : IGeocoder
{
    /// <inheritdoc/>
    public string Name => name;

    /// <inheritdoc/>
    public ValueTask<GeocodeAnswer> GeocodeAsync(string candidate, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return ValueTask.FromResult(answers.Find(candidate, name)?.ToGeocodeAnswer(minimumScore)
            ?? new GeocodeAnswer.Failed($"{name}: {answers.WhyFailed(candidate, name) ?? $"no answer to '{candidate}' is kept"}"));
    }
}
