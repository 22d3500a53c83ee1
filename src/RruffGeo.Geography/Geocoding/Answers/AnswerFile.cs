using System.Globalization;

namespace RruffGeo.Geography;

/// <summary>The file in which answers of live geocoders are kept: CSV, sorted, one row a text and geocoder (docs/geocoding.md).</summary>
internal static class AnswerFile
{
    /// <summary>Most bytes that are read.</summary>
    public const long LongestFile = 256L << 20;

    private const string TimeFormat = "yyyy-MM-dd'T'HH:mm:ss'Z'";

    private static readonly string[] Columns =
        ["candidate", "geocoder", "outcome", "latitude", "longitude", "matched", "kind", "score", "asked", "licence", "address", "status", "body_sha256"];

    /// <summary>Reads the answers of a file.</summary>
    /// <exception cref="InvalidDataException">A row is not as it must be.</exception>
    public static IEnumerable<KeptAnswer> Read(string path)
    {
        var seen = new HashSet<(string, string)>();
        foreach (var row in CheckedCsv.Read(path, Columns, LongestFile))
        {
            var answer = Parse(row);
            if (!seen.Add((answer.Candidate, answer.Geocoder)))
                throw row.Wrong("candidate", "each text once a geocoder; this one stands there twice");
            yield return answer;
        }
    }

    /// <summary>Reads one line of the file's format.</summary>
    public static KeptAnswer Parse(string text, string path, int line) => Parse(CheckedCsv.Row(text, Columns, path, line));

    /// <summary>Replaces the file by <paramref name="answers"/>; at no time is there half of it.</summary>
    public static void Write(string path, IEnumerable<KeptAnswer> answers) =>
        CheckedCsv.Write(path, Columns, answers.Select(Fields));

    /// <summary>The answer as a line of the file, with its end.</summary>
    public static ReadOnlySpan<byte> Line(KeptAnswer answer) => CheckedCsv.Line(Fields(answer));

    private static string[] Fields(KeptAnswer answer) =>
    [
        answer.Candidate, answer.Geocoder, answer.Point is null ? "not-found" : "found",
        Number(answer.Point?.Latitude), Number(answer.Point?.Longitude), answer.Matched, answer.Kind, Number(answer.Score),
        answer.Asked.UtcDateTime.ToString(TimeFormat, CultureInfo.InvariantCulture), answer.Licence, answer.Address,
        answer.Status.ToString(CultureInfo.InvariantCulture), answer.BodySha256,
    ];

    private static KeptAnswer Parse(CheckedRow row)
    {
        var found = row.OneOf("outcome", "found", "not-found") == "found";
        var answer = new KeptAnswer
        {
            Candidate = row.Text("candidate"),
            Geocoder = row.OneOf("geocoder", [.. GeocoderNames.Live]),
            Point = found ? new GeoPoint(row.Number("latitude", -90, 90)!.Value, row.Number("longitude", -180, 180)!.Value) : null,
            Matched = row.Optional("matched"),
            Kind = row.Optional("kind"),
            Score = row["score"].Length == 0 ? null : row.Number("score", 0, 100),
            Asked = DateTimeOffset.TryParseExact(
                row["asked"], TimeFormat, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var asked)
                ? asked
                : throw row.Wrong("asked", "a time such as 2026-01-31T12:00:00Z"),
            Licence = row.Text("licence"),
            Address = Uri.TryCreate(row["address"], UriKind.Absolute, out var address) && address.Scheme is "http" or "https"
                ? row["address"]
                : throw row.Wrong("address", "the address of a request, http or https"),
            Status = row["status"] == "200" ? 200 : throw row.Wrong("status", "200, or it is no answer"),
            BodySha256 = row["body_sha256"] is { Length: 64 } digest && digest.All(char.IsAsciiHexDigitLower)
                ? digest
                : throw row.Wrong("body_sha256", "64 hexadecimal digits in lower case"),
        };
        return found || (row["latitude"] + row["longitude"] + answer.Matched).Length == 0
            ? answer
            : throw row.Wrong("outcome", "no place beside 'not-found'");
    }

    private static string Number(double? value) => value?.ToString("R", CultureInfo.InvariantCulture) ?? "";
}
