namespace RruffGeo.Spectra;

/// <summary>The order of normalising, interpolating and padding. The paper's order (4.1, A.4) leaves open what it pads before there is a grid, so each reading has a name (SCIENCE 5.5).</summary>
public enum ResamplingOrder
{
    /// <summary>Min-max of the native intensities, spline, zero outside the native range. Our default.</summary>
    A,

    /// <summary>Spline of the native intensities, min-max of the values inside the native range, zero outside.</summary>
    B,

    /// <summary>Spline of the native intensities, zero outside, min-max of the whole grid: a positive offset lifts the data above the padding.</summary>
    C,

    /// <summary>Zero points added to the native spectrum at its mean spacing, min-max of all, spline through all: it over- and undershoots at the seam.</summary>
    D,
}
