using RruffGeo.Artifacts;

namespace RruffGeo.Stages;

/// <summary>What a run's networks say of one spectrum; written as <c>prediction.json</c>.</summary>
public sealed record Prediction
{
    /// <summary>Name of the run.</summary>
    public required string Run { get; init; }

    /// <summary>True if the run learned from the simulated demo corpus.</summary>
    public required bool Simulated { get; init; }

    /// <summary>Folds by which the networks were trained: <c>row</c>, <c>specimen</c>, …</summary>
    public required string Protocol { get; init; }

    /// <summary>Networks whose probabilities were averaged, one a fold.</summary>
    public required int Networks { get; init; }

    /// <summary>Name of the spectrum's file, without folders.</summary>
    public required string File { get; init; }

    /// <summary>The format that its content has.</summary>
    public required string Format { get; init; }

    /// <summary>Points as read.</summary>
    public required int Points { get; init; }

    /// <summary>First wavenumber as read, cm⁻¹.</summary>
    public required float FirstWavenumber { get; init; }

    /// <summary>Last wavenumber as read, cm⁻¹.</summary>
    public required float LastWavenumber { get; init; }

    /// <summary>Share of the grid outside the measured range, 0 … 1, where zeros stand.</summary>
    public required double PaddingShare { get; init; }

    /// <summary>All countries of the run, the most probable first; ties in ordinal order of NAME. Probabilities add up to 1.</summary>
    public required IReadOnlyList<CountryProbability> Countries { get; init; }

    /// <summary>True if each network's logits were divided by the temperature that its held-out fold gave.</summary>
    public required bool Calibrated { get; init; }

    /// <summary>The countries that cannot be ruled out; null where held-out specimens promise nothing about new ones.</summary>
    public required CountrySet? Set { get; init; }

    /// <summary>The library's spectra most like it on the run's grid, the nearest first.</summary>
    public required IReadOnlyList<NearestSpectrum> Nearest { get; init; }

    /// <summary>What one has to know to read the above.</summary>
    public required IReadOnlyList<string> Notes { get; init; }
}

/// <summary>Countries of a split-conformal prediction set (LAC, thresholds from one score per held-out specimen), each in the sets of more than half of the networks.</summary>
public sealed record CountrySet
{
    /// <summary>Share of new specimens that each network's own set is to cover, 0 … 1.</summary>
    [Unit("1")]
    public required double Level { get; init; }

    /// <summary>NAMEs in ordinal order; may be empty.</summary>
    public required IReadOnlyList<string> Countries { get; init; }

    /// <summary>Share of held-out spectra whose set, calibrated on other specimens of their fold, held their country; null if not measured.</summary>
    [Unit("1")]
    public required double? MeasuredCoverage { get; init; }

    /// <summary>Mean number of countries in those sets; null if not measured.</summary>
    [Unit("1")]
    public required double? MeanSize { get; init; }
}

/// <summary>A country and its probability.</summary>
/// <param name="Country">NAME of the country.</param>
/// <param name="Probability">Mean over the networks, 0 … 1.</param>
public sealed record CountryProbability(string Country, [property: Unit("1")] double Probability);

/// <summary>A spectrum of the run's library.</summary>
/// <param name="SpectrumId">Its id.</param>
/// <param name="Cosine">Cosine similarity on the grid, −1 … 1.</param>
/// <param name="Mineral">Its mineral.</param>
/// <param name="Specimen">Its specimen.</param>
/// <param name="Country">NAME of its country.</param>
/// <param name="Kind">RAW or Processed.</param>
public sealed record NearestSpectrum(string SpectrumId, [property: Unit("1")] double Cosine, string Mineral, string Specimen, string Country, string Kind);
