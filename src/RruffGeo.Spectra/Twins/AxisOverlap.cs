namespace RruffGeo.Spectra;

/// <summary>Where two spectra are measured at the same wavenumbers.</summary>
/// <param name="First">Index of the common stretch in the one spectrum.</param>
/// <param name="Second">Its index in the other.</param>
/// <param name="Points">Its length.</param>
public readonly record struct AxisOverlap(int First, int Second, int Points)
{
    /// <summary>The stretch in which the two axes run, if their wavenumbers are the same throughout it; null if they are not, or do not meet.</summary>
    /// <param name="first">One axis, cm⁻¹, strictly increasing.</param>
    /// <param name="second">The other, cm⁻¹, strictly increasing.</param>
    public static AxisOverlap? Of(ReadOnlySpan<float> first, ReadOnlySpan<float> second)
    {
        if (first.IsEmpty || second.IsEmpty)
            return null;
        var (i, j) = (0, 0);
        if (first[0] < second[0])
            i = first.BinarySearch(second[0]);
        else
            j = second.BinarySearch(first[0]);
        if (i < 0 || j < 0)
            return null;
        var points = Math.Min(first.Length - i, second.Length - j);
        return first.Slice(i, points).SequenceEqual(second.Slice(j, points)) ? new AxisOverlap(i, j, points) : null;
    }
}
