namespace RruffGeo.Spectra;

/// <summary>Scaling of a spectrum's intensities.</summary>
public static class Normalisation
{
    /// <summary>Min-max scaling in place: (v − min)/(max − min) (paper 4.1, A.4). Equal values all become 0.</summary>
    /// <param name="intensities">Finite intensities, arbitrary units; become 0 … 1.</param>
    public static void MinMax(Span<double> intensities)
    {
        if (intensities.IsEmpty)
            return;
        var (low, high) = (intensities[0], intensities[0]);
        foreach (var intensity in intensities)
            (low, high) = (Math.Min(low, intensity), Math.Max(high, intensity));
        var range = high - low;
        if (range == 0)
        {
            intensities.Clear();
            return;
        }

        for (var i = 0; i < intensities.Length; i++)
            intensities[i] = (intensities[i] - low) / range;
    }
}
