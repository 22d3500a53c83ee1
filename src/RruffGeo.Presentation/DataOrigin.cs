namespace RruffGeo.Presentation;

/// <summary>Where the numbers on a page come from.</summary>
public enum DataOrigin
{
    /// <summary>Measured spectra, from archives that were given.</summary>
    Measured,

    /// <summary>The embedded demo corpus: every table, figure and page says so.</summary>
    Simulated,

    /// <summary>The paper's own pages: its printed numbers, held against each other.</summary>
    Printed,
}

/// <summary>The words for <see cref="DataOrigin"/>.</summary>
public static class DataOrigins
{
    /// <summary><c>SIMULATED DATA</c>, <c>measured data</c> or <c>the paper's printed numbers</c>.</summary>
    public static string Words(DataOrigin origin) => origin switch
    {
        DataOrigin.Simulated => "SIMULATED DATA",
        DataOrigin.Printed => "the paper's printed numbers",
        _ => "measured data",
    };
}
