using RruffGeo.Artifacts;

namespace RruffGeo.Build.Display;

/// <summary>For logs: of each running stage at most one line in ten seconds.</summary>
/// <param name="writer">Where lines go.</param>
/// <param name="clock">Tells how long an activity lasts.</param>
internal sealed class SparseDisplay(TextWriter writer, TimeProvider clock) : IRunDisplay
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(10);
    private readonly Lock gate = new();

    public void Line(string text)
    {
        lock (gate)
            writer.WriteLine(text);
    }

    public ITrack Track(string label) => new SparseTrack(this, label, clock);

    private sealed class SparseTrack(SparseDisplay display, string label, TimeProvider clock) : ITrack
    {
        private readonly Lock gate = new();
        private readonly ActivityPace pace = new(clock);
        private long spoke = clock.GetTimestamp();

        public StageProgress? Last { get; private set; }

        public void Report(StageProgress value)
        {
            lock (gate)
            {
                pace.Note(value);
                Last = value;
                if (clock.GetElapsedTime(spoke) < Pause)
                    return;
                spoke = clock.GetTimestamp();
                display.Line($"{label,-10} {pace.Words(value)}");
            }
        }

        public void Dispose()
        {
        }
    }
}
