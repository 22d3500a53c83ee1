namespace RruffGeo.Presentation;

/// <summary>Where the numbers on a page come from.</summary>
public enum DataOrigin
{
    /// <summary>Measured spectra, from archives that were given.</summary>
    Measured,

    /// <summary>The embedded demo corpus: every table, figure and page says so.</summary>
    Simulated,
}

/// <summary>The words for <see cref="DataOrigin"/>.</summary>
public static class DataOrigins
{
    /// <summary><c>SIMULATED DATA</c> or <c>measured data</c>.</summary>
    public static string Words(DataOrigin origin) => origin == DataOrigin.Simulated ? "SIMULATED DATA" : "measured data";
}
