using RruffGeo.Pipeline.Files;

namespace RruffGeo.Pipeline.Runs;

/// <summary>What a run's folder holds and by which keys: <c>paper.lock</c>, read once and written as a whole.</summary>
/// <param name="folder">The run's folder, such as <c>outputs/demo</c>.</param>
/// <param name="warned">Told when the file is not understood.</param>
/// <remarks>Safe to share between threads.</remarks>
internal sealed class RunLock(string folder, Action<string> warned)
{
    private const long MostBytes = 64 << 20;
    private readonly Lock gate = new();
    private readonly string path = Path.Combine(folder, "paper.lock");
    private Dictionary<(string Stage, string Branch), LockEntry>? entries;
    private string written = "";

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
            return [.. gone.Select(entry => entry.Value)];
        }
    }

    /// <summary>Notes what the run now has for a stage and branch.</summary>
    internal void Set(string stage, string branch, LockEntry entry)
    {
        lock (gate)
            Entries()[(stage, branch)] = entry;
    }

    /// <summary>Writes the file if anything changed.</summary>
    /// <param name="failpoint">Told each step.</param>
    internal void Write(Action<string> failpoint)
    {
        lock (gate)
        {
            var text = LockText.Format(Entries().Values);
            if (text == written && File.Exists(path))
                return;
            Directory.CreateDirectory(folder);
            Durable.WriteText(path, Path.Combine(folder, ".paper.lock.partial"), text);
            written = text;
            failpoint("lock written");
        }
    }

    private Dictionary<(string Stage, string Branch), LockEntry> Entries()
    {
        if (entries is not null)
            return entries;
        try
        {
            if (FileStamp.Of(path) is not { } stamp)
                return entries = [];
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
