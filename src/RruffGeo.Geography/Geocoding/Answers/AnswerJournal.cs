using System.Text;

namespace RruffGeo.Geography;

/// <summary>Answers that are on disk but not yet in the sorted file: rows of the same format, in the order in which they came.</summary>
internal sealed class AnswerJournal : IDisposable
{
    private readonly string path;
    private readonly FileStream stream;

    private AnswerJournal(string path, FileStream stream)
    {
        (this.path, this.stream) = (path, stream);
        Recovered = Recover();
    }

    /// <summary>Answers that an earlier process left.</summary>
    public IReadOnlyList<KeptAnswer> Recovered { get; }

    /// <summary>True if it holds no answer.</summary>
    public bool IsEmpty => stream.Length == 0;

    /// <summary>Where the journal of an answer file lies.</summary>
    public static string PathBeside(string answers) => answers + ".journal";

    /// <summary>Opens or begins a journal, for this process alone.</summary>
    public static AnswerJournal Open(string path)
    {
        FileStream stream;
        try
        {
            stream = new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException error) when (File.Exists(path))
        {
            throw new IOException($"{path}: cannot be opened ({error.Message}). If another run is asking geocoders, wait for it or give this one --answers=FILE of its own.", error);
        }

        try
        {
            return new AnswerJournal(path, stream);
        }
        catch
        {
            stream.Dispose();
            throw;
        }
    }

    /// <summary>Writes an answer and waits until it is on disk.</summary>
    public void Append(KeptAnswer answer)
    {
        stream.Write(AnswerFile.Line(answer));
        stream.Flush(flushToDisk: true);
    }

    /// <summary>Forgets all answers, once they are in the file.</summary>
    public void Clear()
    {
        stream.SetLength(0);
        stream.Flush(flushToDisk: true);
    }

    /// <summary>Closes it; an empty one leaves no file.</summary>
    public void Dispose()
    {
        if (IsEmpty)
            File.Delete(path);
        stream.Dispose();
    }

    /// <summary>Reads what is whole and cuts off a last line that is not: it was being written when the process ended.</summary>
    private List<KeptAnswer> Recover()
    {
        if (stream.Length > AnswerFile.LongestFile)
            throw new InvalidDataException($"{path}: {stream.Length} bytes, more than {AnswerFile.LongestFile}; no journal of answers is so long. Move it away.");
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        var whole = bytes.AsSpan().LastIndexOf((byte)'\n') + 1;
        var recovered = new List<KeptAnswer>();
        for (var (start, line) = (0, 1); start < whole; line++)
        {
            var end = start + bytes.AsSpan(start).IndexOf((byte)'\n') + 1;
            try
            {
                recovered.Add(AnswerFile.Parse(Encoding.UTF8.GetString(bytes, start, end - start), path, line));
            }
            catch (InvalidDataException) when (end == whole)
            {
                whole = start;
                break;
            }

            start = end;
        }

        stream.SetLength(whole);
        stream.Position = whole;
        return recovered;
    }
}
