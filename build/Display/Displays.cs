namespace RruffGeo.Build.Display;

/// <summary>Chooses how a run is shown.</summary>
internal static class Displays
{
    /// <summary>Bars on a terminal, few lines anywhere else.</summary>
    public static IRunDisplay ForThisConsole() =>
        Console.IsOutputRedirected || Environment.GetEnvironmentVariable("TERM") == "dumb" || Environment.GetEnvironmentVariable("CI") is { Length: > 0 }
            ? new SparseDisplay(Console.Out, TimeProvider.System)
            : new TerminalDisplay();
}
