using System.Diagnostics;
using System.Globalization;
using System.Text;

namespace RruffGeo.Pipeline.Files;

/// <summary>Remembers the SHA-256 of files by their stamps, so that unchanged files are not read again.</summary>
/// <param name="path">A text file, one record a line: device, inode, size, modified, changed, SHA-256.</param>
/// <remarks>Safe to share between threads. Losing the file costs time only; a line that is not understood is left out.</remarks>
internal sealed class DigestMemo(string path)
{
    private const int MostRecords = 100_000;

    /// <summary>Reading more than this takes longer than a tick of the file system's clock.</summary>
    private const long CheaperToWaitBytes = 16 << 20;

    /// <summary>Between two times that little is added to the file.</summary>
    private static readonly TimeSpan pause = TimeSpan.FromSeconds(1);

    private readonly Lock gate = new();
    private readonly List<Record> fresh = [];
    private readonly Dictionary<string, Record> unsaved = new(StringComparer.Ordinal);
    private readonly HashSet<string> forgotten = new(StringComparer.Ordinal);
    private Dictionary<string, Record>? saved;
    private long lastSave;

    /// <summary>SHA-256 of the file at <paramref name="file"/>, read only if its stamp is not known.</summary>
    /// <exception cref="FileNotFoundException">There is no plain file.</exception>
    internal string DigestOf(string file)
    {
        var before = FileStamp.Of(file) ?? throw new FileNotFoundException($"{file}: no such file.", file);
        if (Find(before) is { } known)
            return known;
        if (before.Size > CheaperToWaitBytes && WaitFor(before) is { } made && FileStamp.Of(file) == before)
            return made;
        var settled = before.IsSettled;
        var digest = FileDigest.Of(file);
        if (settled && FileStamp.Of(file) == before)
            lock (gate)
                unsaved[before.Identity] = new(before, digest);
        return digest;
    }

    /// <summary>The digest remembered for <paramref name="stamp"/>, or null.</summary>
    internal string? Find(FileStamp stamp)
    {
        lock (gate)
        {
            saved ??= Load();
            Settle();
            var identity = stamp.Identity;
            return !forgotten.Contains(identity) && (unsaved.TryGetValue(identity, out var record) || saved.TryGetValue(identity, out record)) && record.Stamp == stamp
                ? record.Digest : null;
        }
    }

    /// <summary>Believes nothing more of a file whose bytes turned out to be others.</summary>
    internal void Forget(FileStamp stamp)
    {
        lock (gate)
            forgotten.Add(stamp.Identity);
    }

    /// <summary>Remembers the digest of a file that this process made, from the next <see cref="Save"/> on.</summary>
    internal void Remember(FileStamp stamp, string digest)
    {
        lock (gate)
            fresh.Add(new(stamp, digest));
    }

    /// <summary>Adds what was learnt to the file, beside what other processes added; little that was learnt waits for the next time.</summary>
    /// <remarks>So do files just made: only after a clock tick is a later edit of them sure to bear another time.</remarks>
    /// <param name="lockPath">Lock that guards the file.</param>
    internal void Save(string lockPath)
    {
        lock (gate)
        {
            Settle();
            if (forgotten.Count > 0 || lastSave == 0 || Stopwatch.GetElapsedTime(lastSave) > pause || unsaved.Values.Sum(record => record.Stamp.Size) > CheaperToWaitBytes)
                Write(lockPath);
        }
    }

    private void Write(string lockPath)
    {
        if (unsaved.Count + forgotten.Count == 0)
            return;
        using var held = FileLock.AcquireBriefly(lockPath);
        var merged = Load();
        foreach (var (identity, record) in unsaved)
        {
            merged.Remove(identity);
            merged.Add(identity, record);
        }
        foreach (var identity in forgotten)
            merged.Remove(identity);
        var text = new StringBuilder();
        foreach (var (stamp, digest) in merged.Values.TakeLast(MostRecords).OrderBy(record => (record.Stamp.Device, record.Stamp.Inode)))
            text.Append(CultureInfo.InvariantCulture, $"{stamp} {digest}\n");
        File.WriteAllText(path + ".partial", text.ToString());
        File.Move(path + ".partial", path, overwrite: true);
        saved = merged;
        unsaved.Clear();
        forgotten.Clear();
        lastSave = Stopwatch.GetTimestamp();
    }

    /// <summary>As <see cref="Save"/>, but waits for the files just made.</summary>
    internal void SaveAll(string lockPath)
    {
        bool mustWait;
        lock (gate)
            mustWait = fresh.Exists(file => !file.Stamp.IsSettled);
        if (mustWait)
            FileStamp.WaitForTick();
        lock (gate)
        {
            Settle();
            Write(lockPath);
        }
    }

    private void Settle()
    {
        if (fresh.Count == 0)
            return;
        foreach (var record in fresh.Where(record => record.Stamp.IsSettled))
            unsaved[record.Stamp.Identity] = record;
        fresh.RemoveAll(record => record.Stamp.IsSettled);
    }

    /// <summary>The digest of a file that this process has just made, once it is sure that it was not edited since; null if it was, or was not made here.</summary>
    private string? WaitFor(FileStamp stamp)
    {
        lock (gate)
            if (!fresh.Exists(file => file.Stamp == stamp))
                return null;
        FileStamp.WaitForTick();
        return Find(stamp);
    }

    // Keys and records are classes: the compiler ahead of time leaves collections of tuples to the slower one at run time.
    private Dictionary<string, Record> Load()
    {
        var records = new Dictionary<string, Record>(StringComparer.Ordinal);
        if (!File.Exists(path))
            return records;
        foreach (var line in File.ReadLines(path))
            if (Parse(line) is { } record)
                records[record.Stamp.Identity] = record;
        return records;
    }

    private static Record? Parse(string line)
    {
        var fields = line.Split(' ');
        var culture = CultureInfo.InvariantCulture;
        return fields.Length == 6 && FileDigest.IsDigest(fields[5])
            && ulong.TryParse(fields[0], NumberStyles.None, culture, out var device) && ulong.TryParse(fields[1], NumberStyles.None, culture, out var inode)
            && long.TryParse(fields[2], NumberStyles.None, culture, out var size)
            && long.TryParse(fields[3], NumberStyles.AllowLeadingSign, culture, out var modified)
            && long.TryParse(fields[4], NumberStyles.AllowLeadingSign, culture, out var changed)
            ? new(new(device, inode, size, modified, changed), fields[5]) : null;
    }

    private sealed record Record(FileStamp Stamp, string Digest);
}
