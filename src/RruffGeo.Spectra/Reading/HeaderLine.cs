namespace RruffGeo.Spectra;

/// <summary>What a line that begins with <c>##</c> turned out to be.</summary>
internal enum HeaderLine
{
    /// <summary>A key and its value, or nothing of use.</summary>
    Entry,

    /// <summary><c>##END</c>.</summary>
    End,
}
