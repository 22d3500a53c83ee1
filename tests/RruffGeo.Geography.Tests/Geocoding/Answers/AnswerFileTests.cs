using System.Text;

namespace RruffGeo.Geography.Tests;

public sealed class AnswerFileTests : IDisposable
{
    private const string Advice = " Mend or delete the row; a deleted one is asked again.";
    private const string Good = "a,Photon,found,46,7.5,Zermatt,city,,2026-03-01T12:00:05Z,licence,http://localhost/api?q=a,200,";
    private readonly string path = Path.Combine(Directory.CreateTempSubdirectory("rruffgeo-answers-").FullName, "answers.csv");

    private static string Digest { get; } = new('f', 64);

    public void Dispose() => Directory.Delete(Path.GetDirectoryName(path)!, recursive: true);

    [Theory]
    [InlineData("found,46,", "found,96,", "latitude: expected a number from -90 to 90, but found '96'.")]
    [InlineData("found,46,", "found,NaN,", "latitude: expected a number from -90 to 90, but found 'NaN'.")]
    [InlineData("46,7.5", "46,", "longitude: expected a number from -180 to 180, but found ''.")]
    [InlineData("found,46", "failed,46", "outcome: expected found or not-found, but found 'failed'.")]
    [InlineData("found,46", "not-found,46", "outcome: expected no place beside 'not-found', but found 'not-found'.")]
    [InlineData("Photon", "Foton", "geocoder: expected Nominatim or Photon or ArcGIS, but found 'Foton'.")]
    [InlineData(",200,", ",503,", "status: expected 200, or it is no answer, but found '503'.")]
    [InlineData("2026-03-01T12:00:05Z", "yesterday", "asked: expected a time such as 2026-01-31T12:00:00Z, but found 'yesterday'.")]
    [InlineData("http://", "file:///", "address: expected the address of a request, http or https, but found 'file:///localhost/api?q=a'.")]
    [InlineData("a,Photon", ",Photon", "candidate: expected a text, but found ''.")]
    [InlineData("Zermatt", "Zer\u0007matt", "matched: expected at most 4000 letters on one line, but found 'Zer?matt'.")]
    [InlineData("city,,", "city,101,", "score: expected a number from 0 to 100, but found '101'.")]
    [InlineData("licence,", "", "expected 13 columns, but found 12.")]
    public void A_row_that_cannot_be_is_refused_with_its_place(string good, string bad, string expected)
    {
        Write(Good.Replace(good, bad, StringComparison.Ordinal) + Digest);
        Assert.Equal($"{path}(3): {expected}{Advice}", Refusal());
    }

    [Fact]
    public void A_text_stands_once_a_geocoder()
    {
        Write($"{Good}{Digest}\n{Good}{Digest}");
        Assert.StartsWith($"{path}(4): candidate: expected each text once a geocoder", Refusal(), StringComparison.Ordinal);
    }

    [Fact]
    public void Other_columns_and_other_bytes_are_refused()
    {
        File.WriteAllText(path, "a,b\n");
        Assert.StartsWith($"{path}: expected the columns candidate,geocoder,outcome,", Refusal(), StringComparison.Ordinal);
        Write(Good.Replace("Zermatt", "\"Zermatt", StringComparison.Ordinal) + Digest);
        Assert.StartsWith($"{path}(3): no CSV in UTF-8", Refusal(), StringComparison.Ordinal);
        Write("");
        File.WriteAllBytes(path, [.. File.ReadAllBytes(path), .. Encoding.Latin1.GetBytes("é" + Good[1..] + Digest)]);
        Assert.StartsWith($"{path}(3): no CSV in UTF-8", Refusal(), StringComparison.Ordinal);
    }

    [Fact]
    public void Rows_may_be_edited_on_a_system_with_other_line_ends()
    {
        Write(Good + Digest);
        File.WriteAllText(path, File.ReadAllText(path).Replace("\n", "\r\n", StringComparison.Ordinal));
        Assert.Equal(new GeoPoint(46, 7.5), Assert.Single(AnswerFile.Read(path)).Point);
    }

    private void Write(string rows)
    {
        AnswerFile.Write(path, []);
        File.AppendAllText(path, rows.Length > 0 ? rows + "\n" : "");
    }

    private string Refusal() => Assert.Throws<InvalidDataException>(() => AnswerFile.Read(path).ToList()).Message;
}
