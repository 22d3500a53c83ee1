using RruffGeo.Artifacts;

namespace RruffGeo.Stages;

/// <summary>A row of <c>axes.parquet</c>: the wavenumber axes of an archive's spectra.</summary>
public sealed record AxisReport
{
    /// <summary>File name of the archive.</summary>
    public string Archive { get; init; } = "";

    /// <summary>Spectra read.</summary>
    [Unit("1")]
    public int Spectra { get; init; }

    /// <summary>Lowest wavenumber of any.</summary>
    [Unit("cm⁻¹")]
    public float Lowest { get; init; }

    /// <summary>Highest wavenumber of any.</summary>
    [Unit("cm⁻¹")]
    public float Highest { get; init; }

    /// <summary>Fewest points of one.</summary>
    [Unit("1")]
    public int FewestPoints { get; init; }

    /// <summary>Median of the points; the lower of two.</summary>
    [Unit("1")]
    public int MedianPoints { get; init; }

    /// <summary>Most points of one.</summary>
    [Unit("1")]
    public int MostPoints { get; init; }

    /// <summary>Median of the mean steps from point to point; the lower of two.</summary>
    [Unit("cm⁻¹")]
    public float MedianStep { get; init; }

    /// <summary>Spectra whose wavenumbers fell and were reversed.</summary>
    [Unit("1")]
    public int Decreasing { get; init; }

    /// <summary>Spectra whose wavenumbers neither rose nor fell and were sorted.</summary>
    [Unit("1")]
    public int Unsorted { get; init; }

    /// <summary>Spectra with repeated wavenumbers, whose intensities were averaged.</summary>
    [Unit("1")]
    public int Duplicated { get; init; }

    /// <summary>Spectra with negative wavenumbers, which stay.</summary>
    [Unit("1")]
    public int Negative { get; init; }

    /// <summary>Spectra that begin above 2,000 cm⁻¹: the O–H region alone.</summary>
    [Unit("1")]
    public int AboveTwoThousand { get; init; }
}
