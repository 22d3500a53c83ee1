using RruffGeo.Artifacts;

namespace RruffGeo.Stages;

/// <summary>A row of <c>raw.parquet</c> without its two lists of numbers.</summary>
public record SpectrumDescription
{
    /// <summary>The first 32 hex digits of SHA-256 over the member's file name, a zero byte and its bytes. Unique: an exact duplicate is rejected.</summary>
    public string SpectrumId { get; init; } = "";

    /// <summary>File name of the archive, such as <c>LR-Raman.zip</c>.</summary>
    public string Archive { get; init; } = "";

    /// <summary>Path of the member inside the archive, as written there.</summary>
    public string Member { get; init; } = "";

    /// <summary><c>RAW</c> or <c>Processed</c> (SCIENCE 9.4, 9.5).</summary>
    public string Kind { get; init; } = "";

    /// <summary>Mineral species: header <c>NAMES</c>, else the file name's first field; see <see cref="RawSpectra.Descriptions"/> where vintages differ.</summary>
    public string Mineral { get; init; } = "";

    /// <summary>RRUFF id as written in the header, else in the file name.</summary>
    public string RruffId { get; init; } = "";

    /// <summary>Specimen: leading letters and six digits of the RRUFF id, upper-case; an id of another form whole.</summary>
    public string Specimen { get; init; } = "";

    /// <summary>Key of the measurement shared by its RAW and Processed files (SCIENCE section 6).</summary>
    public string Acquisition { get; init; } = "";

    /// <summary><c>Raman</c> or <c>Broad_Scan</c>.</summary>
    public string Scan { get; init; } = "";

    /// <summary>Laser wavelength; null if neither header nor file name gives a number.</summary>
    [Unit("nm")]
    public double? LaserNanometres { get; init; }

    /// <summary>Angle between fiducial mark and laser polarisation; null if the file names none.</summary>
    [Unit("°")]
    public double? Angle { get; init; }

    /// <summary>Orientation or polarisation, lower-case (<c>unoriented</c>, <c>ccw</c>, <c>depolarized</c>); empty if none.</summary>
    public string Orientation { get; init; } = "";

    /// <summary>Ideal chemistry, RRUFF's notation.</summary>
    public string IdealChemistry { get; init; } = "";

    /// <summary>Measured chemistry, RRUFF's notation.</summary>
    public string MeasuredChemistry { get; init; } = "";

    /// <summary>Locality text, entities decoded, otherwise as written; see <see cref="RawSpectra.Descriptions"/> where vintages differ.</summary>
    public string Locality { get; init; } = "";

    /// <summary>Owner of the specimen.</summary>
    public string Owner { get; init; } = "";

    /// <summary>Source of the specimen.</summary>
    public string Source { get; init; } = "";

    /// <summary>Description of the specimen.</summary>
    public string Description { get; init; } = "";

    /// <summary>Status of the identification.</summary>
    public string Status { get; init; } = "";

    /// <summary>Page of the specimen.</summary>
    public string Url { get; init; } = "";

    /// <summary>Number of data points kept.</summary>
    [Unit("1")]
    public int Points { get; init; }

    /// <summary>Lowest wavenumber.</summary>
    [Unit("cm⁻¹")]
    public float FirstWavenumber { get; init; }

    /// <summary>Highest wavenumber.</summary>
    [Unit("cm⁻¹")]
    public float LastWavenumber { get; init; }

    /// <summary>XxHash128 of wavenumbers and intensities, 32 hex digits: equal for the same measurement under another name or vintage.</summary>
    public string DataDigest { get; init; } = "";

    /// <summary>Diagnostic codes, ordinal order, separated by <c>;</c>; empty if the file was without fault.</summary>
    public string Diagnostics { get; init; } = "";
}
