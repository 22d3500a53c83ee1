using RruffGeo.Artifacts;
using RruffGeo.Build.Display;

namespace RruffGeo.Build.Tests;

public sealed class ProgressTests
{
    [Fact]
    public void Progress_says_how_much_how_fast_and_how_long() => Assert.Equal(
        "reading LR-Raman.zip: 1,200 of 2,400 spectra (50 %), 600/s, 2.0 s left; 3 rejected",
        ProgressText.Of(new StageProgress("reading LR-Raman.zip", 1200, 2400, "spectra", "3 rejected"), TimeSpan.FromSeconds(2)));

    [Fact]
    public void Progress_without_a_total_promises_nothing() => Assert.Equal(
        "searching: 7 files, 3.5/s", ProgressText.Of(new StageProgress("searching", 7, 0, "files"), TimeSpan.FromSeconds(2)));

    [Theory]
    [InlineData(0.04, "0.0 s")]
    [InlineData(9.9, "9.9 s")]
    [InlineData(42.4, "42 s")]
    [InlineData(725, "12 min 05 s")]
    [InlineData(7380, "2 h 03 min")]
    public void Durations_are_as_precise_as_one_cares(double seconds, string text) =>
        Assert.Equal(text, ProgressText.Duration(TimeSpan.FromSeconds(seconds)));

    [Fact]
    public void A_log_gets_at_most_one_line_in_ten_seconds()
    {
        var clock = new StoppedClock();
        using var lines = new StringWriter();
        using var track = new SparseDisplay(lines, clock).Track("Raw");
        for (var second = 0; second < 25; second++)
        {
            clock.Now = TimeSpan.FromSeconds(second);
            track.Report(new StageProgress("reading", second, 25, "spectra"));
        }

        Assert.Equal(
            ["Raw        reading: 10 of 25 spectra (40 %), 1.0/s, 15 s left", "Raw        reading: 20 of 25 spectra (80 %), 1.0/s, 5.0 s left"],
            lines.ToString().Split(Environment.NewLine, StringSplitOptions.RemoveEmptyEntries));
    }

    [Fact]
    public void A_resumed_training_is_timed_from_where_it_resumes()
    {
        var clock = new StoppedClock();
        using var lines = new StringWriter();
        using var track = new SparseDisplay(lines, clock).Track("Models");
        track.Report(new StageProgress("training", 800, 1000, "spectra"));
        clock.Now = TimeSpan.FromSeconds(10);
        track.Report(new StageProgress("training", 900, 1000, "spectra"));

        Assert.Equal("Models     training: 900 of 1,000 spectra (90 %), 10/s, 10 s left", lines.ToString().TrimEnd());
    }

    private sealed class StoppedClock : TimeProvider
    {
        public TimeSpan Now { get; set; }

        public override long TimestampFrequency => TimeSpan.TicksPerSecond;

        public override long GetTimestamp() => Now.Ticks;
    }
}
