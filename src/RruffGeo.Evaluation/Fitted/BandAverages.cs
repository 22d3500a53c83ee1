namespace RruffGeo.Evaluation;

/// <summary>Coarser spectra for classifiers whose cost grows with the number of features.</summary>
public static class BandAverages
{
    /// <summary>The mean intensity in each of <paramref name="bands"/> neighbouring parts of the grid; the spectrum itself where it has no more points than that.</summary>
    /// <param name="intensities">Intensities on the grid.</param>
    /// <param name="bands">Parts, ≥ 1; their lengths differ by at most one point.</param>
    public static float[] Of(ReadOnlySpan<float> intensities, int bands)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(bands, 1);
        if (intensities.Length <= bands)
            return intensities.ToArray();
        var averages = new float[bands];
        for (var band = 0; band < bands; band++)
        {
            var (first, end) = ((int)((long)band * intensities.Length / bands), (int)((band + 1L) * intensities.Length / bands));
            var sum = 0.0;
            foreach (var intensity in intensities[first..end])
                sum += intensity;
            averages[band] = (float)(sum / (end - first));
        }
        return averages;
    }
}
