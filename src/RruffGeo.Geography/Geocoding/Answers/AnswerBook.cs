namespace RruffGeo.Geography;

/// <summary>The answer file while it grows: each answer is on disk before the next text is asked.</summary>
/// <remarks>
/// New answers go to a journal beside the file, one line each, flushed to disk; <see cref="Settle"/> merges them into the sorted file. A process
/// that is killed leaves the journal: the next one takes it up, but for a last line that was torn. One process at a time.
/// </remarks>
public sealed class AnswerBook : IDisposable
{
    private readonly string path;
    private readonly AnswerJournal journal;

    private AnswerBook(string path, AnswerJournal journal)
    {
        (this.path, this.journal) = (path, journal);
        Answers = new KeptAnswers();
        if (File.Exists(path))
            foreach (var answer in AnswerFile.Read(path))
                Answers.Add(answer);
        foreach (var answer in journal.Recovered)
            Answers.Add(answer);
    }

    /// <summary>What is kept so far.</summary>
    public KeptAnswers Answers { get; }

    /// <summary>Where new answers to <paramref name="path"/> are before they are merged.</summary>
    public static string JournalOf(string path) => AnswerJournal.PathBeside(path);

    /// <summary>Where the list of failures beside the answers in <paramref name="path"/> is, if there is one.</summary>
    public static string FailuresOf(string path) => FailureFile.PathBeside(path);

    /// <summary>Opens the answers kept in <paramref name="path"/>, which need not be there yet.</summary>
    /// <exception cref="IOException">Another process has it open, or it cannot be written.</exception>
    /// <exception cref="InvalidDataException">It is not of the documented format.</exception>
    public static AnswerBook Open(string path)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
        var journal = AnswerJournal.Open(AnswerJournal.PathBeside(path));
        try
        {
            return new AnswerBook(path, journal);
        }
        catch
        {
            journal.Dispose();
            throw;
        }
    }

    /// <summary>Merges what a killed process left in its journal, if it left one.</summary>
    /// <inheritdoc cref="Open" path="/exception"/>
    public static void Recover(string path)
    {
        if (!File.Exists(AnswerJournal.PathBeside(path)))
            return;
        using var book = Open(path);
        book.Merge();
    }

    /// <summary>Merges the new answers into the file, and writes the list of failures anew.</summary>
    public void Settle()
    {
        Merge();
        FailureFile.Write(FailureFile.PathBeside(path), Answers.Failures);
    }

    /// <inheritdoc/>
    public void Dispose() => journal.Dispose();

    /// <summary>Keeps an answer; it is on disk when this returns.</summary>
    internal void Keep(KeptAnswer answer)
    {
        journal.Append(answer);
        Answers.Add(answer);
    }

    /// <summary>Notes why there is no answer, for the reader; it will be asked again.</summary>
    internal void Fail(string candidate, string geocoder, string why) => Answers.Add(new AskingFailure(candidate, geocoder, why));

    private void Merge()
    {
        if (journal.IsEmpty)
            return;
        AnswerFile.Write(path, Answers.InOrder);
        journal.Clear();
    }
}
