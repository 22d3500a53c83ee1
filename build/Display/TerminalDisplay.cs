using RruffGeo.Artifacts;
using Spectre.Console;

namespace RruffGeo.Build.Display;

/// <summary>For terminals: a bar for each running stage or branch, redrawn in place.</summary>
/// <remarks>Spectre.Console is loaded with the first bar, so a run in which nothing runs does not pay for it.</remarks>
internal sealed class TerminalDisplay : IRunDisplay
{
    private readonly Lock gate = new();
    private int running;
    private Task drawing = Task.CompletedTask;
    private TaskCompletionSource finished = new();
    private ProgressContext? bars;

    public void Line(string text)
    {
        lock (gate)
            if (running == 0)
                Console.WriteLine(text);
            else
                AnsiConsole.WriteLine(text);
    }

    public ITrack Track(string label)
    {
        lock (gate)
        {
            if (running++ == 0)
                StartDrawing();
            return new Bar(this, label, bars!.AddTask(Markup.Escape(label)));
        }
    }

    private void StartDrawing()
    {
        finished = new TaskCompletionSource();
        using var ready = new ManualResetEventSlim();
        var signal = ready;
        drawing = AnsiConsole.Progress().AutoClear(true).HideCompleted(true)
            .Columns(new ProgressBarColumn { Width = 24 }, new TaskDescriptionColumn { Alignment = Justify.Left })
            .StartAsync(async context =>
            {
                bars = context;
                signal.Set();
                await finished.Task;
            });
        ready.Wait();
    }

    private void End()
    {
        lock (gate)
        {
            if (--running > 0)
                return;
            finished.SetResult();
            drawing.GetAwaiter().GetResult();
        }
    }

    private sealed class Bar(TerminalDisplay display, string label, ProgressTask task) : ITrack
    {
        private readonly Lock gate = new();
        private string activity = "";
        private long began;

        public StageProgress? Last { get; private set; }

        public void Report(StageProgress value)
        {
            lock (gate)
            {
                if (value.Activity != activity)
                    (activity, began) = (value.Activity, TimeProvider.System.GetTimestamp());
                Last = value;
                task.IsIndeterminate = value.Total == 0;
                task.MaxValue = Math.Max(1, value.Total);
                task.Value = value.Done;
                task.Description = Markup.Escape($"{label}  {ProgressText.Of(value, TimeProvider.System.GetElapsedTime(began))}");
            }
        }

        public void Dispose()
        {
            task.StopTask();
            display.End();
        }
    }
}
