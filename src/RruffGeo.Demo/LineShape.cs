namespace RruffGeo.Demo;

/// <summary>Pearson VII with m = 2, between Lorentz and Gauss; rational, so that every platform gives the same bytes.</summary>
internal static class LineShape
{
    private const double HalfHeight = 4 * (1.4142135623730951 - 1);      // 4·(2^(1/m) − 1)

    /// <summary>Height at <paramref name="wavenumber"/> of a band of height 1.</summary>
    /// <param name="wavenumber">cm⁻¹.</param>
    /// <param name="position">Centre of the band, cm⁻¹.</param>
    /// <param name="width">Full width at half maximum, cm⁻¹, above 0.</param>
    public static double At(double wavenumber, double position, double width)
    {
        var distance = (wavenumber - position) / width;
        var base2 = 1 + HalfHeight * distance * distance;
        return 1 / (base2 * base2);
    }
}
