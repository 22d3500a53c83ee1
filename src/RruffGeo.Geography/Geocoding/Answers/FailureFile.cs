namespace RruffGeo.Geography;

/// <summary>The list of texts that got no answer when last asked, beside the answer file: why localities are <c>failed</c>.</summary>
internal static class FailureFile
{
    private static readonly string[] Columns = ["candidate", "geocoder", "why"];

    /// <summary>Where the list beside an answer file lies: <c>answers.csv</c> → <c>answers.failed.csv</c>.</summary>
    public static string PathBeside(string answers) => Path.ChangeExtension(answers, ".failed.csv");

    /// <summary>Reads a list.</summary>
    /// <exception cref="InvalidDataException">A row is not as it must be.</exception>
    public static IEnumerable<AskingFailure> Read(string path) => CheckedCsv.Read(path, Columns, AnswerFile.LongestFile)
        .Select(row => new AskingFailure(row.Text("candidate"), row.OneOf("geocoder", [.. GeocoderNames.Live]), row.Text("why")));

    /// <summary>Writes the list; without failures there is none.</summary>
    public static void Write(string path, IEnumerable<AskingFailure> failures)
    {
        string[][] rows = [.. failures.Select(failure => (string[])[failure.Candidate, failure.Geocoder, failure.Why])];
        if (rows.Length == 0)
            File.Delete(path);
        else
            CheckedCsv.Write(path, Columns, rows);
    }
}
