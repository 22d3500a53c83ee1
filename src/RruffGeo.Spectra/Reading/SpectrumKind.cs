namespace RruffGeo.Spectra;

/// <summary>Whether a file holds what the detector saw or what the laboratory made of it.</summary>
public enum SpectrumKind
{
    /// <summary>As measured.</summary>
    Raw,

    /// <summary>Baseline removed and cut to the useful range by the laboratory.</summary>
    Processed,
}
