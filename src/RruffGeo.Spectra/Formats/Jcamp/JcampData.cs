namespace RruffGeo.Spectra;

/// <summary>The data of a JCAMP-DX block while its lines come in.</summary>
internal abstract class JcampData
{
    /// <summary>Takes a line of the data, without its comment.</summary>
    /// <exception cref="SpectrumTextException">It breaks the form.</exception>
    public abstract void Take(ReadOnlySpan<byte> line, int number);

    /// <summary>The spectrum, after the last line.</summary>
    /// <exception cref="SpectrumTextException">The points are not those that the header promises, or no spectrum.</exception>
    public abstract SpectrumFile ToFile(JcampBlock block);
}
