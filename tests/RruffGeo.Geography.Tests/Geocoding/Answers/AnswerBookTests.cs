using System.Text;
using CsCheck;

namespace RruffGeo.Geography.Tests;

public sealed class AnswerBookTests : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("rruffgeo-answers-");

    private string AnswersPath => Path.Combine(folder.FullName, "answers.csv");

    private string JournalPath => AnswersPath + ".journal";

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public Task The_answer_file()
    {
        using var book = AnswerBook.Open(AnswersPath);
        book.Keep(Found("Zermatt, Switzerland", "Photon"));
        book.Keep(NotFound("Lengenbach, \"old\" quarry, Binn", "Nominatim"));
        book.Keep(Found("Zermatt, Switzerland", "Nominatim") with { Matched = "=cmd|' /C calc'!A0", Point = new GeoPoint(-0.5, 0) });
        book.Keep(Found("# 5 shaft", "ArcGIS") with { Score = 98.25, Kind = "Locality/City" });
        book.Fail("Ouro Preto, Brazil", "Photon", "HTTP 503 (overloaded); 3 tries");
        book.Settle();

        return Verify($"{File.ReadAllText(AnswersPath)}\nanswers.failed.csv:\n{File.ReadAllText(FailureFile.PathBeside(AnswersPath))}");
    }

    [Fact]
    public void What_is_kept_reads_back_the_same() => Gen.Select(
        Gen.String[Gen.Char.AlphaNumeric, 1, 8], Gen.Int[0, 2].Select(i => GeocoderNames.Live[i]), Gen.Int[0, 12].Select(i => "=+-@'\",;#é字 x"[i]).Array[0, 9].Select(letters => new string(letters)),
        Gen.Double[-90, 90], Gen.Double[-180, 180]).List[0, 6].Sample(rows =>
    {
        var answers = rows.Select(row => Found(row.Item1, row.Item2) with { Matched = row.Item3, Point = new GeoPoint(row.Item4, row.Item5) })
            .DistinctBy(answer => (answer.Candidate, answer.Geocoder)).ToList();
        var path = Path.Combine(folder.FullName, Guid.NewGuid().ToString("N"));
        AnswerFile.Write(path, answers);
        Assert.Equal(answers, AnswerFile.Read(path));
    }, iter: 50);

    [Fact]
    public void The_order_of_asking_does_not_show_in_the_file()
    {
        KeptAnswer[] answers = [Found("b", "Photon"), Found("a", "Photon"), NotFound("a", "ArcGIS"), Found("a b", "Nominatim")];
        var texts = new[] { answers, [.. answers.Reverse()] }.Select((order, i) =>
        {
            var path = Path.Combine(folder.FullName, $"{i}.csv");
            using var book = AnswerBook.Open(path);
            foreach (var answer in order)
                book.Keep(answer);
            book.Settle();
            return File.ReadAllText(path);
        }).ToArray();
        Assert.Equal(texts[0], texts[1]);
    }

    [Fact]
    public void A_process_that_ended_anywhere_in_writing_an_answer_loses_no_answer_before_it()
    {
        KeptAnswer[] answers = [Found("a, \"b\"", "Photon"), NotFound("é", "Nominatim"), Found("c", "ArcGIS")];
        var lines = answers.Select(answer => AnswerFile.Line(answer).ToArray()).ToArray();
        byte[] journal = [.. lines.SelectMany(line => line)];
        int[] ends = [0, .. lines.Select((_, i) => lines.Take(i + 1).Sum(line => line.Length))];
        var cuts = ends.SelectMany(end => Enumerable.Range(end - 2, 4)).Concat(Enumerable.Range(0, journal.Length).Where(length => length % 29 == 0));
        foreach (var length in cuts.Where(length => length >= 0 && length <= journal.Length).Distinct())
        {
            File.WriteAllBytes(JournalPath, journal[..length]);
            using (var book = AnswerBook.Open(AnswersPath))
            {
                var whole = ends.Skip(1).Count(end => end <= length);
                Assert.Equal(whole, book.Answers.Count);
                Assert.All(answers.Take(whole), answer => Assert.Equal(answer, book.Answers.Find(answer.Candidate, answer.Geocoder)));
                book.Keep(answers[2]);
                Assert.Equal(answers[2], book.Answers.Find("c", "ArcGIS"));
            }

            using var again = AnswerBook.Open(AnswersPath);
            Assert.NotNull(again.Answers.Find("c", "ArcGIS"));
        }
    }

    [Fact]
    public void A_last_line_of_garbage_is_cut_off_and_one_before_it_is_an_error()
    {
        File.WriteAllText(JournalPath, Encoding.UTF8.GetString(AnswerFile.Line(Found("a", "Photon"))) + "\0\0\0\0\n");
        using (var book = AnswerBook.Open(AnswersPath))
            Assert.Equal(1, book.Answers.Count);
        File.WriteAllText(JournalPath, "garbage\n" + Encoding.UTF8.GetString(AnswerFile.Line(Found("a", "Photon"))));
        Assert.Equal(
            $"{JournalPath}(1): expected 13 columns, but found 1. Mend or delete the row; a deleted one is asked again.",
            Assert.Throws<InvalidDataException>(() => AnswerBook.Open(AnswersPath)).Message);
    }

    [Fact]
    public void A_journal_that_was_left_is_merged_without_asking_and_leaves_no_file()
    {
        File.WriteAllBytes(JournalPath, AnswerFile.Line(Found("a", "Photon")));
        AnswerBook.Recover(AnswersPath);
        Assert.Equal([Found("a", "Photon")], AnswerFile.Read(AnswersPath));
        Assert.Equal([AnswersPath], Directory.GetFiles(folder.FullName));
    }

    [Fact]
    public void Two_runs_do_not_write_one_file()
    {
        using var first = AnswerBook.Open(AnswersPath);
        var error = Assert.Throws<IOException>(() => AnswerBook.Open(AnswersPath));
        Assert.Contains("If another run is asking geocoders, wait for it or give this one --answers=FILE of its own.", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_failure_is_told_but_is_no_answer_and_is_forgotten_once_there_is_one()
    {
        using (var book = AnswerBook.Open(AnswersPath))
        {
            book.Fail("a", "Photon", "HTTP 503 (overloaded); 3 tries");
            book.Settle();
        }

        Assert.False(File.Exists(AnswersPath));
        var kept = KeptAnswers.Read(AnswersPath);
        Assert.Equal(
            new GeocodeAnswer.Failed("Photon: HTTP 503 (overloaded); 3 tries"),
            await new KeptGeocoder("Photon", kept, 80).GeocodeAsync("a", TestContext.Current.CancellationToken));

        using (var book = AnswerBook.Open(AnswersPath))
        {
            Assert.Null(book.Answers.WhyFailed("a", "Photon"));
            book.Keep(NotFound("a", "Photon"));
            book.Settle();
        }

        Assert.Equal([AnswersPath], Directory.GetFiles(folder.FullName));
    }

    [Fact]
    public async Task A_kept_geocoder_fails_where_nothing_is_kept() => Assert.Equal(
        new GeocodeAnswer.Failed("Nominatim: no answer to 'x' is kept"),
        await new KeptGeocoder("Nominatim", KeptAnswers.Read(AnswersPath), 80).GeocodeAsync("x", TestContext.Current.CancellationToken));

    internal static KeptAnswer Found(string candidate, string geocoder) => NotFound(candidate, geocoder) with
    {
        Point = new GeoPoint(46.0212076, 7.748822),
        Matched = "Zermatt, Valais",
        Kind = "village",
    };

    internal static KeptAnswer NotFound(string candidate, string geocoder) => new()
    {
        Candidate = candidate,
        Geocoder = geocoder,
        Asked = new DateTimeOffset(2026, 3, 1, 12, 0, 5, TimeSpan.Zero),
        Licence = ServiceDialect.Of(geocoder).Licence,
        Address = ServiceDialect.Of(geocoder).AddressOf(new Uri("http://localhost:8080/own"), candidate).AbsoluteUri,
        Status = 200,
        BodySha256 = new string('0', 63) + "a",
    };
}
