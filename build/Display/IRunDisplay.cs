namespace RruffGeo.Build.Display;

/// <summary>Where a person follows a run: a terminal that redraws, or a log of few lines.</summary>
/// <remarks>Safe to call from several threads.</remarks>
internal interface IRunDisplay
{
    /// <summary>Prints one line above whatever moves.</summary>
    void Line(string text);

    /// <summary>Begins to show a running stage or branch.</summary>
    ITrack Track(string label);
}
