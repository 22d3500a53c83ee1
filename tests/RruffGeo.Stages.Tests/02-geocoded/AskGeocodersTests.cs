using RruffGeo.Artifacts;
using RruffGeo.Geography;
using RruffGeo.Loopback;

namespace RruffGeo.Stages.Tests;

public sealed class AskGeocodersTests : IDisposable
{
    private const string Lengenbach = "Lengenbach quarry, Binn, Switzerland";
    private static readonly GeocodedParameters LiteralPaper = new() { Services = "Nominatim,Photon,ArcGIS" };
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("rruffgeo-asked-");

    private string AnswersPath => Path.Combine(folder.FullName, "answers.csv");

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public async Task The_literal_paper_sends_each_text_to_all_three_before_it_drops_a_field()
    {
        using var corpus = LocalityCorpus.At("Lengenbach quarry (old), Binn; Switzerland");
        using var server = Knowing(("Photon", "Switzerland"));

        await AskAsync(corpus, server);

        Assert.Equal(
            [
                $"Nominatim: {Lengenbach}", $"Photon: {Lengenbach}", $"ArcGIS: {Lengenbach}",
                "Nominatim: Binn, Switzerland", "Photon: Binn, Switzerland", "ArcGIS: Binn, Switzerland",
                "Nominatim: Switzerland", "Photon: Switzerland",
            ],
            Sent(server));
    }

    [Fact]
    public async Task The_stage_says_afterwards_what_was_answered_and_by_whom()
    {
        using var corpus = LocalityCorpus.At(Lengenbach);
        using var server = Knowing(("Photon", "Binn, Switzerland"));
        await AskAsync(corpus, server);

        var row = Assert.Single(corpus.Geocode(LiteralPaper, KeptAnswers.Read(AnswersPath)).Localities);

        Assert.Equal(
            ("found", "Photon", 1, "Binn, Switzerland, Switzerland", "city", 46.5, 8.25),
            (row.Status, row.Geocoder, row.Depth, row.Matched, row.Precision, row.Latitude, row.Longitude));
        Assert.Equal($"{Lengenbach}\nBinn, Switzerland", row.Candidates);
    }

    [Fact]
    public async Task A_run_on_kept_answers_asks_nobody_and_gives_the_same_bytes()
    {
        using var corpus = LocalityCorpus.At(Lengenbach, "Ouro Preto, Brazil", "", "Panasqueira, Portugal");
        byte[] first;
        using (var server = Knowing(("Nominatim", "Ouro Preto, Brazil"), ("ArcGIS", "Switzerland"), ("Photon", "Portugal")))
        {
            await AskAsync(corpus, server);
            corpus.Geocode(LiteralPaper, KeptAnswers.Read(AnswersPath));
            first = File.ReadAllBytes(corpus.Stage("02-geocoded").File("geocoded.parquet"));
        }

        Assert.Empty(await AskGeocoders.MissingAsync(corpus.Raw, KeptAnswers.Read(AnswersPath), LiteralPaper, TestContext.Current.CancellationToken));
        corpus.Geocode(LiteralPaper, KeptAnswers.Read(AnswersPath));

        Assert.Equal(first, File.ReadAllBytes(corpus.Stage("02-geocoded").File("geocoded.parquet")));
    }

    [Fact]
    public async Task A_failure_leaves_the_locality_failed_and_untruncated_until_it_is_asked_again()
    {
        using var corpus = LocalityCorpus.At(Lengenbach, "Ouro Preto, Brazil");
        using (var server = new LoopbackServer(request => request.Service == "Photon" && request.Text == Lengenbach
            ? LoopbackReply.Page(502)
            : LoopbackReply.Ok(GeocoderBodies.NotFound(request.Service))))
        {
            var asked = await AskAsync(corpus, server);
            Assert.Equal("0 found, 1 not found, 1 failed", asked.Tally);
            Assert.DoesNotContain(server.Requests, request => request.Text is "Binn, Switzerland" or "Switzerland");
            Assert.DoesNotContain(server.Requests, request => request.Service == "ArcGIS" && request.Text == Lengenbach);
        }

        var row = corpus.Geocode(LiteralPaper, KeptAnswers.Read(AnswersPath)).Localities[0];
        Assert.Equal(
            ("failed", "Photon: HTTP 502 (server error); 3 tries", Lengenbach, null), (row.Status, row.Why, row.Candidates, row.Latitude));

        using var well = Knowing(("Photon", Lengenbach));
        await AskAsync(corpus, well);
        Assert.Equal([$"Photon: {Lengenbach}"], Sent(well));
        Assert.Equal("found", corpus.Geocode(LiteralPaper, KeptAnswers.Read(AnswersPath)).Localities[0].Status);
    }

    [Fact]
    public async Task An_interrupted_run_is_taken_up_where_it_ended()
    {
        using var corpus = LocalityCorpus.At("a, Peru", "b, Peru", "c, Peru", "d, Peru");
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        using var first = new LoopbackServer(request =>
        {
            if (request.Text == "c, Peru")
                stop.Cancel();
            return LoopbackReply.Ok(GeocoderBodies.NotFound(request.Service));
        });
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => AskAsync(corpus, first, cancellation: stop.Token));

        using var second = Knowing();
        await AskAsync(corpus, second);

        string[] all =
        [
            .. from text in (string[])["a, Peru", "Peru", "b, Peru", "c, Peru", "d, Peru"] from name in LiteralPaper.Geocoders select $"{name}: {text}",
        ];
        Assert.Equal(all, Sent(first).SkipLast(1).Concat(Sent(second)));
        Assert.Equal(all.Order(), KeptAnswers.Read(AnswersPath).InOrder.Select(answer => $"{answer.Geocoder}: {answer.Candidate}").Order());
    }

    [Fact]
    public async Task A_mixed_list_asks_only_for_what_the_gazetteer_does_not_know()
    {
        using var corpus = LocalityCorpus.At("Tucson, Arizona, USA", "Xyzzy, Nowhereland");
        using var server = Knowing();

        await AskAsync(corpus, server, new GeocodedParameters { Services = "Gazetteer,Nominatim" });

        Assert.Equal(["Nominatim: Xyzzy, Nowhereland", "Nominatim: Nowhereland"], Sent(server));
    }

    [Fact]
    public async Task Missing_answers_are_named()
    {
        using var corpus = LocalityCorpus.At("Peru", "Synthetic");
        Assert.Equal(
            ["Nominatim: Peru"], await AskGeocoders.MissingAsync(corpus.Raw, KeptAnswers.None, LiteralPaper, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task The_licence_of_live_answers_travels_with_the_coordinates()
    {
        using var corpus = LocalityCorpus.At("Peru", "Chile");
        using var server = Knowing(("Nominatim", "Peru"), ("ArcGIS", "Chile"));
        await AskAsync(corpus, server);

        var geocoded = corpus.Geocode(LiteralPaper, KeptAnswers.Read(AnswersPath));
        corpus.JoinWith(geocoded, new JoinedParameters());

        foreach (var file in (string[])[corpus.Stage("02-geocoded").File("geocoded.parquet"), corpus.Stage("03-joined").File("joined.parquet")])
        {
            var attribution = ParquetTable.ReadMetadata(file)["attribution"];
            Assert.Contains("Answers of Nominatim: © OpenStreetMap contributors, ODbL 1.0.", attribution, StringComparison.Ordinal);
            Assert.Contains("Answers of ArcGIS: Esri, ArcGIS World Geocoding; kept under forStorage=true.", attribution, StringComparison.Ordinal);
            Assert.DoesNotContain("Photon", attribution, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Progress_counts_found_not_found_and_failed()
    {
        using var corpus = LocalityCorpus.At("Chile", "Peru");
        using var server = new LoopbackServer(request => request.Text == "Peru"
            ? LoopbackReply.Page(500)
            : LoopbackReply.Ok(GeocoderBodies.Found(request.Service, "-30", "-70", "Chile")));
        var told = new List<StageProgress>();

        await AskAsync(corpus, server, told: told);

        Assert.Equal(
            [(0L, "0 found, 0 not found, 0 failed"), (1L, "1 found, 0 not found, 0 failed"), (2L, "1 found, 0 not found, 1 failed")],
            told.Select(progress => (progress.Done, progress.Detail)));
        Assert.All(told, progress => Assert.Equal(("asking Nominatim, Photon, ArcGIS", 2L, "localities"), (progress.Activity, progress.Total, progress.Unit)));
    }

    private static LoopbackServer Knowing(params (string Service, string Text)[] known) => new(request => LoopbackReply.Ok(
        known.Contains((request.Service, request.Text))
            ? GeocoderBodies.Found(request.Service, "46.5", "8.25", request.Text)
            : GeocoderBodies.NotFound(request.Service)));

    private static IEnumerable<string> Sent(LoopbackServer server) => server.Requests.Select(request => $"{request.Service}: {request.Text}");

    private async Task<AskedLocalities> AskAsync(
        LocalityCorpus corpus, LoopbackServer server, GeocodedParameters? parameters = null, List<StageProgress>? told = null, CancellationToken? cancellation = null)
    {
        using var book = AnswerBook.Open(AnswersPath);
        try
        {
            var options = GeocoderNames.Live.Select(name => new LiveOptions
            {
                Geocoder = name,
                Server = server.Address,
                Contact = "curator@example.org",
                Token = name == GeocoderNames.ArcGis ? new ServiceToken("t0ken") : null,
            });
            return await AskGeocoders.RunAsync(
                corpus.Raw, book, parameters ?? LiteralPaper, [.. options], new JumpingClock(), new Listener(told ?? []),
                cancellation ?? TestContext.Current.CancellationToken);
        }
        finally
        {
            book.Settle();
        }
    }

    private sealed class Listener(List<StageProgress> told) : IProgress<StageProgress>
    {
        public void Report(StageProgress value) => told.Add(value);
    }
}
