using RruffGeo.Artifacts;

namespace RruffGeo.Build.Display;

/// <summary>Words what a stage reports, at the pace of this process: what was done before its first report (a training that resumes) took no time here.</summary>
/// <param name="clock">Tells how long an activity lasts.</param>
internal sealed class ActivityPace(TimeProvider clock)
{
    private string? activity;
    private long began;
    private long before;

    /// <summary>Takes in a report; a new activity starts a new pace.</summary>
    public void Note(StageProgress value)
    {
        if (value.Activity != activity)
            (activity, began, before) = (value.Activity, clock.GetTimestamp(), value.Done);
    }

    /// <summary>The report in words, with rate and time left.</summary>
    public string Words(StageProgress value) => ProgressText.Of(value, clock.GetElapsedTime(began), before);
}
