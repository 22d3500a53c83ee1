namespace RruffGeo.Stages;

/// <summary>Finds the joined row of every resampled spectrum.</summary>
internal static class JoinedRows
{
    /// <summary>The joined row of each spectrum of <paramref name="resampled"/>, in its order.</summary>
    /// <exception cref="InvalidDataException">An id is missing or stands for two rows, or a spectrum has no country.</exception>
    public static IReadOnlyList<JoinedSpectrum> Of(JoinedSpectra joined, IReadOnlyList<ResampledSpectrum> resampled)
    {
        var byId = new Dictionary<string, JoinedSpectrum>(StringComparer.Ordinal);
        foreach (var row in joined.Spectra)
            if (!byId.TryAdd(row.SpectrumId, row))
                throw new InvalidDataException(
                    $"joined.parquet: two rows have the spectrum id '{row.SpectrumId}', expected one. Rerun stage Raw.");

        return [.. resampled.Select(spectrum => byId.TryGetValue(spectrum.SpectrumId, out var row)
            ? RequireCountry(row)
            : throw new InvalidDataException(
                $"resampled.parquet: spectrum '{spectrum.SpectrumId}' is not in joined.parquet. Rerun stage Resampled."))];
    }

    private static JoinedSpectrum RequireCountry(JoinedSpectrum row) => row.Country.Length > 0
        ? row
        : throw new InvalidDataException(
            $"joined.parquet: spectrum '{row.SpectrumId}' was resampled for learning but has no country. Rerun stage Joined.");
}
