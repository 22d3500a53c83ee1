namespace RruffGeo.Stages;

/// <summary>Finds the library's spectra that are most like a given one on the run's grid.</summary>
internal static class NearestSpectra
{
    /// <summary>The <paramref name="count"/> nearest by cosine; ties go to the one that comes first in <c>resampled.parquet</c>.</summary>
    public static IReadOnlyList<NearestSpectrum> Find(TrainedRun run, float[] intensities, int count)
    {
        var (spectra, library, length) = (run.Resampled.Spectra, run.Resampled.ReadIntensities(), intensities.Length);
        var nearest = Enumerable.Range(0, spectra.Count)
            .Select(row => (Row: row, Cosine: Cosine(intensities, library.AsSpan(row * length, length))))
            .OrderByDescending(item => item.Cosine).ThenBy(item => item.Row).Take(count).ToList();
        var wanted = nearest.Select(item => spectra[item.Row].SpectrumId).ToHashSet(StringComparer.Ordinal);
        var joined = run.Joined.Spectra.Where(row => wanted.Contains(row.SpectrumId)).ToDictionary(row => row.SpectrumId, StringComparer.Ordinal);
        return
        [
            .. from item in nearest
               let row = joined[spectra[item.Row].SpectrumId]
               select new NearestSpectrum(row.SpectrumId, item.Cosine, row.Mineral, row.Specimen, row.Country, row.Kind),
        ];
    }

    private static double Cosine(ReadOnlySpan<float> a, ReadOnlySpan<float> b)
    {
        var (aa, bb, ab) = (0.0, 0.0, 0.0);
        for (var i = 0; i < a.Length; i++)
            (aa, bb, ab) = (aa + ((double)a[i] * a[i]), bb + ((double)b[i] * b[i]), ab + ((double)a[i] * b[i]));
        return aa > 0 && bb > 0 ? ab / (Math.Sqrt(aa) * Math.Sqrt(bb)) : 0;
    }
}
