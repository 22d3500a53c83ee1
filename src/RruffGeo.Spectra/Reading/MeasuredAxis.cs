namespace RruffGeo.Spectra;

/// <summary>Puts the points of a file in the order of their wavenumbers.</summary>
internal static class MeasuredAxis
{
    /// <summary>Copies the points, strictly increasing; intensities of equal wavenumbers are averaged.</summary>
    public static (float[] Wavenumbers, float[] Intensities) Order(
        ReadOnlySpan<float> wavenumbers, ReadOnlySpan<float> intensities, DiagnosticLog diagnostics)
    {
        var (rises, falls, repeats) = (0, 0, 0);
        for (var i = 1; i < wavenumbers.Length; i++)
        {
            if (wavenumbers[i] > wavenumbers[i - 1])
                rises++;
            else if (wavenumbers[i] < wavenumbers[i - 1])
                falls++;
            else
                repeats++;
        }

        var (x, y) = (wavenumbers.ToArray(), intensities.ToArray());
        if (falls > 0 && rises == 0)
        {
            diagnostics.Note(DiagnosticCodes.DecreasingWavenumbers, "Wavenumbers decrease; they were reversed.");
            Array.Reverse(x);
            Array.Reverse(y);
        }
        else if (falls > 0)
        {
            diagnostics.Note(DiagnosticCodes.UnsortedWavenumbers, $"Wavenumbers decrease {falls} times and increase {rises} times; they were sorted.");
            Array.Sort(x, y);
            repeats = 1;
        }

        if (repeats > 0)
            (x, y) = AverageRepeats(x, y, diagnostics);
        NoteSigns(x, y, diagnostics);
        return (x, y);
    }

    private static (float[] X, float[] Y) AverageRepeats(float[] x, float[] y, DiagnosticLog diagnostics)
    {
        var kept = 0;
        for (var i = 0; i < x.Length;)
        {
            var (start, sum) = (i, 0.0);
            while (i < x.Length && x[i] == x[start])
                sum += y[i++];
            (x[kept], y[kept]) = (x[start], (float)(sum / (i - start)));
            kept++;
        }

        if (kept < x.Length)
            diagnostics.Note(
                DiagnosticCodes.DuplicatedWavenumbers, $"{x.Length - kept} of {x.Length} wavenumbers repeat another; their intensities were averaged.");
        return (x[..kept], y[..kept]);
    }

    private static void NoteSigns(float[] x, float[] y, DiagnosticLog diagnostics)
    {
        if (x.Length > 0 && x[0] < 0)
            diagnostics.Note(DiagnosticCodes.NegativeWavenumbers, "Some wavenumbers are negative.");
        foreach (var intensity in y)
        {
            if (intensity < 0)
            {
                diagnostics.Note(DiagnosticCodes.NegativeIntensities, "Some intensities are negative.");
                return;
            }
        }
    }
}
