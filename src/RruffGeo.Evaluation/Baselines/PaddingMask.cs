namespace RruffGeo.Evaluation;

/// <summary>Where a resampled spectrum has data: the grid points inside its native range.</summary>
/// <param name="First">Index of the first grid point inside, 0 ≤ first.</param>
/// <param name="Last">Index of the last grid point inside; below <paramref name="First"/> if no grid point is.</param>
public readonly record struct PaddingMask(int First, int Last)
{
    /// <summary>The mask of a native range on a grid of equally spaced points.</summary>
    /// <param name="nativeFirst">Lowest measured wavenumber, cm⁻¹.</param>
    /// <param name="nativeLast">Highest measured wavenumber, cm⁻¹.</param>
    /// <param name="gridFirst">First wavenumber of the grid, cm⁻¹.</param>
    /// <param name="gridLast">Last wavenumber of the grid, cm⁻¹, included.</param>
    /// <param name="points">Points on the grid, ≥ 2.</param>
    public static PaddingMask Of(double nativeFirst, double nativeLast, double gridFirst, double gridLast, int points)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(points, 2);
        var step = (gridLast - gridFirst) / (points - 1);
        return new PaddingMask(
            (int)Math.Clamp(Math.Ceiling((nativeFirst - gridFirst) / step), 0, points),
            (int)Math.Clamp(Math.Floor((nativeLast - gridFirst) / step), -1, points - 1));
    }

    /// <summary>Squared Euclidean distance over (first, last), grid steps².</summary>
    internal long SquaredDistanceTo(PaddingMask other)
    {
        long first = First - other.First, last = Last - other.Last;
        return first * first + last * last;
    }
}
