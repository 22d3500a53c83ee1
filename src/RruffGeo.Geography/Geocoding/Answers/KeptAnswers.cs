namespace RruffGeo.Geography;

/// <summary>The answers of live geocoders, by text and geocoder; and, apart from them, why others are missing.</summary>
public sealed class KeptAnswers
{
    private readonly Dictionary<(string Candidate, string Geocoder), KeptAnswer> answers = [];
    private readonly Dictionary<(string Candidate, string Geocoder), string> failures = [];

    /// <summary>None at all.</summary>
    public static KeptAnswers None => new();

    /// <summary>How many answers there are.</summary>
    public int Count => answers.Count;

    /// <summary>The answers in the order of the file: by text, then by geocoder, ordinally.</summary>
    public IEnumerable<KeptAnswer> InOrder => answers.Values
        .OrderBy(answer => answer.Candidate, StringComparer.Ordinal).ThenBy(answer => answer.Geocoder, StringComparer.Ordinal);

    /// <summary>The texts that stay without an answer, in the same order.</summary>
    internal IEnumerable<AskingFailure> Failures => failures.Where(pair => !answers.ContainsKey(pair.Key))
        .Select(pair => new AskingFailure(pair.Key.Candidate, pair.Key.Geocoder, pair.Value))
        .OrderBy(failure => failure.Candidate, StringComparer.Ordinal).ThenBy(failure => failure.Geocoder, StringComparer.Ordinal);

    /// <summary>Reads an answer file, and beside it the list of failures if there is one.</summary>
    /// <exception cref="InvalidDataException">A file is not of the documented format; file, line and column are named.</exception>
    public static KeptAnswers Read(string path)
    {
        var kept = new KeptAnswers();
        if (File.Exists(path))
            foreach (var answer in AnswerFile.Read(path))
                kept.Add(answer);
        if (File.Exists(FailureFile.PathBeside(path)))
            foreach (var failure in FailureFile.Read(FailureFile.PathBeside(path)))
                kept.Add(failure);
        return kept;
    }

    /// <summary>The answer of <paramref name="geocoder"/> to <paramref name="candidate"/>; null if none is kept.</summary>
    public KeptAnswer? Find(string candidate, string geocoder) => answers.GetValueOrDefault((candidate, geocoder));

    /// <summary>Why <paramref name="geocoder"/> gave no answer when it was last asked; null if it gave one or was not asked.</summary>
    public string? WhyFailed(string candidate, string geocoder) => failures.GetValueOrDefault((candidate, geocoder));

    internal void Add(KeptAnswer answer) => answers[(answer.Candidate, answer.Geocoder)] = answer;

    internal void Add(AskingFailure failure) => failures[(failure.Candidate, failure.Geocoder)] = failure.Why;
}
