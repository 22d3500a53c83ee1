namespace RruffGeo.Spectra;

/// <summary>A fixed grid of equally spaced wavenumbers (paper 4.1, A.4).</summary>
public sealed record WavenumberGrid
{
    /// <summary>Makes the grid of <paramref name="points"/> wavenumbers from <paramref name="first"/> to <paramref name="last"/>, both included.</summary>
    /// <param name="first">First wavenumber, cm⁻¹, finite.</param>
    /// <param name="last">Last wavenumber, cm⁻¹, finite, above <paramref name="first"/>.</param>
    /// <param name="points">Number of wavenumbers L ≥ 2.</param>
    public WavenumberGrid(double first, double last, int points)
    {
        if (!double.IsFinite(first) || !double.IsFinite(last) || !(first < last))
            throw new ArgumentOutOfRangeException(nameof(last), last, $"Expected a finite wavenumber above the first, {first} cm⁻¹.");
        ArgumentOutOfRangeException.ThrowIfLessThan(points, 2);
        (First, Last, Points) = (first, last, points);
    }

    /// <summary>First wavenumber, cm⁻¹.</summary>
    public double First { get; }

    /// <summary>Last wavenumber, cm⁻¹, included.</summary>
    public double Last { get; }

    /// <summary>Number of wavenumbers L.</summary>
    public int Points { get; }

    /// <summary>Wavenumber <paramref name="index"/> of the grid, cm⁻¹; 0 ≤ index &lt; L.</summary>
    public double this[int index] =>
        index == Points - 1 ? Last : First + (index * ((Last - First) / (Points - 1)));

    /// <summary>The grid points inside the closed range [<paramref name="low"/>, <paramref name="high"/>] cm⁻¹: index of the first, and how many; none gives (0, 0).</summary>
    public (int Start, int Count) Inside(double low, double high)
    {
        var start = FirstNotBelow(low);
        var end = FirstNotBelow(high);
        if (end < Points && this[end] == high)
            end++;
        return end > start ? (start, end - start) : (0, 0);
    }

    private int FirstNotBelow(double wavenumber)
    {
        var (low, high) = (0, Points);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (this[middle] < wavenumber)
                low = middle + 1;
            else
                high = middle;
        }

        return low;
    }
}
