using RruffGeo.Artifacts;
using Spectre.Console;

namespace RruffGeo.Build.Display;

/// <summary>For terminals: a bar for each running stage, and below it one for each of its running branches, redrawn in place.</summary>
/// <remarks>Spectre.Console is loaded with the first bar, so a run in which nothing runs does not pay for it.</remarks>
internal sealed class TerminalDisplay : IRunDisplay
{
    private readonly Lock gate = new();
    private readonly Dictionary<string, (ProgressTask Bar, int Running, int Done)> stages = new(StringComparer.Ordinal);
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
            var (stage, branch) = label.Split(' ', 2) is [var first, var rest] ? (first, rest) : (label, "");
            if (branch.Length > 0)
                Count(stage, started: 1, ended: 0);
            var shown = branch.Length > 0 ? $"└ {branch}" : stage;
            return new Bar(this, shown, branch.Length > 0 ? stage : "", bars!.AddTask(Markup.Escape(shown)));
        }
    }

    private void Count(string stage, int started, int ended)
    {
        var (bar, before, done) = stages.TryGetValue(stage, out var known) ? known : (bars!.AddTask(Markup.Escape(stage)), 0, 0);
        stages[stage] = (bar, before + started - ended, done + ended);
        bar.IsIndeterminate = true;
        bar.Description = Markup.Escape($"{stage}  {stages[stage].Running} branches running, {stages[stage].Done} done");
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

    private void End(string stage)
    {
        lock (gate)
        {
            if (stage.Length > 0)
                Count(stage, started: 0, ended: 1);
            if (--running > 0)
                return;
            stages.Clear();
            finished.SetResult();
            drawing.GetAwaiter().GetResult();
        }
    }

    private sealed class Bar(TerminalDisplay display, string label, string stage, ProgressTask task) : ITrack
    {
        private readonly Lock gate = new();
        private readonly ActivityPace pace = new(TimeProvider.System);

        public StageProgress? Last { get; private set; }

        public void Report(StageProgress value)
        {
            lock (gate)
            {
                pace.Note(value);
                Last = value;
                task.IsIndeterminate = value.Total == 0;
                task.MaxValue = Math.Max(1, value.Total);
                task.Value = value.Done;
                task.Description = Markup.Escape($"{label}  {pace.Words(value)}");
            }
        }

        public void Dispose()
        {
            task.StopTask();
            display.End(stage);
        }
    }
}
