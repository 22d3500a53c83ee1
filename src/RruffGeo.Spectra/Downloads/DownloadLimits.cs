namespace RruffGeo.Spectra;

/// <summary>How patient a download is, and how much it takes.</summary>
public sealed record DownloadLimits
{
    /// <summary>Attempts in a row, at one address, that bring nothing new before it is given up; ≥ 1.</summary>
    public int Attempts { get; init; } = 5;

    /// <summary>Pause after the first fruitless attempt; it doubles each time.</summary>
    public TimeSpan FirstPause { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>Longest pause, also where a server asks for a longer one.</summary>
    public TimeSpan LongestPause { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>Longest wait for a connection.</summary>
    public TimeSpan Connect { get; init; } = TimeSpan.FromSeconds(20);

    /// <summary>Longest wait for an answer, or for the next bytes of it.</summary>
    public TimeSpan Stall { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>Longest attempt: a server that sends a byte now and then is cut off. What came is kept.</summary>
    public TimeSpan Attempt { get; init; } = TimeSpan.FromHours(2);

    /// <summary>What a server may send for an archive: so many times the pinned size.</summary>
    public double Growth { get; init; } = 3;

    /// <summary>What a server may send beyond that, bytes.</summary>
    public long Slack { get; init; } = 64 << 20;

    /// <summary>What an attempt must bring to count as fruitful, bytes.</summary>
    public long Fruit { get; init; } = 1 << 20;

    /// <summary>Most bytes taken for <paramref name="archive"/>.</summary>
    public long MostBytes(PinnedArchive archive) => (long)(archive.Bytes * Growth) + Slack;

    /// <summary>The pause after <paramref name="failures"/> fruitless attempts, ≥ 1.</summary>
    /// <param name="failures">Fruitless attempts so far.</param>
    /// <param name="asked">What the server asked for; null if nothing.</param>
    public TimeSpan PauseAfter(int failures, TimeSpan? asked)
    {
        var pause = FirstPause * Math.Pow(2, Math.Min(failures - 1, 16));
        if (asked > pause)
            pause = asked.Value;
        return pause < LongestPause ? pause : LongestPause;
    }
}
