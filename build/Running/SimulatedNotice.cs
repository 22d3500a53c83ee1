namespace RruffGeo.Build.Running;

/// <summary>Said loudly at both ends of every run on the demo corpus.</summary>
internal static class SimulatedNotice
{
    /// <summary>The notice.</summary>
    public const string Text = "SIMULATED DATA: the demo corpus is made up. Nothing in this run is a result about RRUFF.";
}
