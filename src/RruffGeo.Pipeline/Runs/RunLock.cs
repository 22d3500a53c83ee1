using System.Diagnostics;
using RruffGeo.Pipeline.Files;

namespace RruffGeo.Pipeline.Runs;

/// <summary>What a run's folder holds and by which keys: <c>paper.lock</c>, written as a whole; what another process notes meanwhile stays.</summary>
/// <param name="folder">The run's folder, such as <c>outputs/demo</c>.</param>
/// <param name="warned">Told when the file is not understood.</param>
/// <remarks>Safe to share between threads.</remarks>
internal sealed class RunLock(string folder, Action<string> warned)
{
    private const long MostBytes = 64 << 20;

    /// <summary>Between two writes while a run goes on: of short stages not each writes all blocks.</summary>
    private static readonly TimeSpan pause = TimeSpan.FromMilliseconds(200);

    private readonly Lock gate = new();
    private readonly string path = Path.Combine(folder, "paper.lock");
    private readonly HashSet<(string Stage, string Branch)> ours = [];
    private Dictionary<(string Stage, string Branch), LockEntry>? entries;
    private FileStamp? seen;
    private string written = "";
    private long wrote;
    private bool due;

    /// <summary>What the run has for a stage and branch; null if nothing.</summary>
    internal LockEntry? Find(string stage, string branch)
    {
        lock (gate)
            return Entries().GetValueOrDefault((stage, branch));
    }

    /// <summary>All that the run has.</summary>
    internal IReadOnlyList<LockEntry> All()
    {
        lock (gate)
            return [.. Entries().Values];
    }

    /// <summary>What the run has for some branch of a stage; null if nothing.</summary>
    internal LockEntry? Sibling(string stage)
    {
        lock (gate)
            return Entries().OrderBy(entry => entry.Key.Branch, StringComparer.Ordinal).FirstOrDefault(entry => entry.Key.Stage == stage).Value;
    }

    /// <summary>Takes out what does not exist any more and returns it.</summary>
    internal IReadOnlyList<LockEntry> TakeExcept(Func<string, string, bool> exists)
    {
        lock (gate)
        {
            var gone = Entries().Where(entry => !exists(entry.Key.Stage, entry.Key.Branch)).ToList();
            foreach (var (name, _) in gone)
                Entries().Remove(name);
            ours.UnionWith(gone.Select(entry => entry.Key));
            return [.. gone.Select(entry => entry.Value)];
        }
    }

    /// <summary>Notes what the run now has for a stage and branch.</summary>
    internal void Set(string stage, string branch, LockEntry entry)
    {
        lock (gate)
        {
            Entries()[(stage, branch)] = entry;
            ours.Add((stage, branch));
        }
    }

    /// <summary>Writes the file if anything changed, but not twice in a moment: a run that is killed in between loses the note, not the result.</summary>
    /// <inheritdoc cref="Write"/>
    internal void WriteNowAndThen(string lockPath, Action<string> failpoint)
    {
        lock (gate)
            if (wrote != 0 && Stopwatch.GetElapsedTime(wrote) < pause)
                due = true;
            else
                Write(lockPath, failpoint);
    }

    /// <summary>Writes what <see cref="WriteNowAndThen"/> put off.</summary>
    /// <inheritdoc cref="Write"/>
    internal void WriteIfDue(string lockPath, Action<string> failpoint)
    {
        lock (gate)
            if (due)
                Write(lockPath, failpoint);
    }

    /// <summary>Writes the file if anything changed.</summary>
    /// <param name="lockPath">Lock that guards the file.</param>
    /// <param name="failpoint">Told each step.</param>
    internal void Write(string lockPath, Action<string> failpoint)
    {
        lock (gate)
        {
            due = false;
            if (LockText.Format(Entries().Values) == written && FileStamp.Of(path) == seen && seen is not null)
                return;
            using var held = FileLock.AcquireBriefly(lockPath);
            TakeOver();
            var text = LockText.Format(Entries().Values);
            Directory.CreateDirectory(folder);
            Durable.WriteText(path, Path.Combine(folder, ".paper.lock.partial"), text);
            (written, seen, wrote) = (text, FileStamp.Of(path), Stopwatch.GetTimestamp());
            failpoint("lock written");
        }
    }

    /// <summary>Takes over what another process wrote since this one looked, but for what this one noted itself.</summary>
    private void TakeOver()
    {
        if (FileStamp.Of(path) is not { } present || present == seen)
            return;
        var mine = Entries().Where(entry => ours.Contains(entry.Key)).ToList();
        entries = null;
        foreach (var name in ours)
            Entries().Remove(name);
        foreach (var (name, entry) in mine)
            Entries()[name] = entry;
    }

    private Dictionary<(string Stage, string Branch), LockEntry> Entries()
    {
        if (entries is not null)
            return entries;
        try
        {
            if (FileStamp.Of(path) is not { } stamp)
                return entries = [];
            seen = stamp;
            if (stamp.Size > MostBytes)
                throw new FormatException($"it has {stamp.Size} bytes, more than {MostBytes}");
            written = File.ReadAllText(path);
            return entries = LockText.Parse(written).ToDictionary();
        }
        catch (FormatException error)
        {
            warned($"{path}: {error.Message}; it is written anew.");
            return entries = [];
        }
    }
}
