namespace RruffGeo.Spectra;

/// <summary>The formats in which a spectrum may come.</summary>
public enum SpectrumFormat
{
    /// <summary>RRUFF's own: header lines <c>##KEY=value</c>, then pairs of numbers.</summary>
    Rruff,

    /// <summary>A text table: CSV, TSV or columns parted by blanks.</summary>
    TextTable,

    /// <summary>JCAMP-DX, packed forms included.</summary>
    JcampDx,

    /// <summary>Galactic SPC, the new format (version byte 0x4B).</summary>
    Spc,
}
