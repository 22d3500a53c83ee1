using RruffGeo.Loopback;

namespace RruffGeo.Geography.Tests;

public sealed class PoliteAskingTests
{
    private static readonly LoopbackReply Nothing = LoopbackReply.Ok("[]");

    [Fact]
    public async Task Requests_are_a_second_apart_and_so_is_the_first_from_the_start()
    {
        using var asking = new Asking("Nominatim", Nothing);
        var start = asking.Clock.GetUtcNow();

        foreach (var text in (string[])["a", "b", "c", "d"])
            await asking.AskAsync(text);

        Assert.Equal([1, 2, 3, 4], asking.RequestTimes.Select(time => (time - start).TotalSeconds));
    }

    [Fact]
    public async Task The_owner_of_a_server_may_raise_its_rate()
    {
        using var asking = new Asking("Nominatim", options => options with { RequestsPerSecond = 4 }, Nothing);
        var start = asking.Clock.GetUtcNow();

        foreach (var text in (string[])["a", "b", "c"])
            await asking.AskAsync(text);

        Assert.Equal([0.25, 0.5, 0.75], asking.RequestTimes.Select(time => (time - start).TotalSeconds));
    }

    [Fact]
    public async Task One_request_is_under_way_at_a_time()
    {
        int now = 0, most = 0;
        using var server = new LoopbackServer(_ =>
        {
            most = int.Max(most, Interlocked.Increment(ref now));
            Thread.Sleep(20);
            Interlocked.Decrement(ref now);
            return Nothing;
        });
        using var other = new Asking("Nominatim", Nothing);
        using var geocoder = new LiveGeocoder(Asking.OptionsOf("Nominatim", server.Address), other.Book, 80, other.Clock);

        await Task.WhenAll(Enumerable.Range(0, 5).Select(text => geocoder.GeocodeAsync($"text {text}", TestContext.Current.CancellationToken).AsTask()));

        Assert.Equal((5, 1), (server.Requests.Count, most));
    }

    [Theory]
    [InlineData("30")]
    [InlineData("Sun, 01 Mar 2026 12:00:31 GMT")]
    public async Task A_server_says_in_seconds_or_by_a_date_when_to_come_back(string retryAfter)
    {
        using var asking = new Asking("Photon", LoopbackReply.Page(429) with { RetryAfter = retryAfter }, LoopbackReply.Ok(GeocoderBodies.NotFound("Photon")));

        await asking.AskAsync();

        Assert.Equal(TimeSpan.FromSeconds(30), asking.RequestTimes[1] - asking.RequestTimes[0]);
    }

    [Fact]
    public async Task A_date_in_the_past_means_now_but_not_sooner_than_the_rate_allows()
    {
        using var asking = new Asking(
            "Photon", LoopbackReply.Page(429) with { RetryAfter = "Sun, 01 Mar 2020 00:00:00 GMT" }, LoopbackReply.Ok(GeocoderBodies.NotFound("Photon")));
        await asking.AskAsync();
        Assert.Equal(TimeSpan.FromSeconds(1), asking.RequestTimes[1] - asking.RequestTimes[0]);
    }

    [Fact]
    public async Task A_server_that_wants_an_hour_gets_it_and_nobody_waits_for_it()
    {
        using var asking = new Asking("Nominatim", LoopbackReply.Page(429) with { RetryAfter = "3600" }, Nothing);

        Assert.Equal("Nominatim: HTTP 429 (too many requests)", await asking.FailureAsync("a"));
        Assert.Equal("Nominatim: not asked, since it told to wait longer than a text is waited for", await asking.FailureAsync("b"));
        Assert.Single(asking.Requests);

        asking.Clock.Pass(TimeSpan.FromHours(1));
        Assert.IsType<GeocodeAnswer.NotFound>(await asking.AskAsync("b"));
    }

    [Fact]
    public async Task After_five_failures_in_a_row_nothing_is_sent_for_a_minute()
    {
        using var asking = new Asking("Nominatim", LoopbackReply.Page(503));

        await asking.FailureAsync("a");
        await asking.FailureAsync("b");
        Assert.Equal(5, asking.Requests.Count);
        Assert.Equal("Nominatim: not asked, since 5 failures in a row, the last: HTTP 503 (overloaded)", await asking.FailureAsync("c"));
        Assert.Equal(5, asking.Requests.Count);

        asking.Clock.Pass(TimeSpan.FromMinutes(1));
        await asking.FailureAsync("d");
        Assert.Equal(6, asking.Requests.Count);
    }

    [Fact]
    public async Task An_answer_between_failures_begins_their_count_anew()
    {
        using var asking = new Asking(
            "Nominatim", [.. Enumerable.Repeat(LoopbackReply.Page(500), 3), Nothing, .. Enumerable.Repeat(LoopbackReply.Page(500), 3), Nothing]);

        await asking.FailureAsync("a");
        await asking.AskAsync("b");
        await asking.FailureAsync("c");

        Assert.IsType<GeocodeAnswer.NotFound>(await asking.AskAsync("d"));
    }

    [Fact]
    public async Task A_cancelled_request_is_neither_answer_nor_failure()
    {
        using var asking = new Asking("Nominatim", Nothing with { Delay = TimeSpan.FromSeconds(20) });
        using var impatience = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        var answer = asking.Geocoder.GeocodeAsync("a", impatience.Token).AsTask();
        while (asking.Requests.Count == 0)
            await Task.Delay(5, TestContext.Current.CancellationToken);

        await impatience.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => answer);
        Assert.Equal((null, null), (asking.Book.Answers.Find("a", "Nominatim"), asking.Book.Answers.WhyFailed("a", "Nominatim")));
    }

    [Fact]
    public async Task A_token_stands_in_the_request_and_nowhere_else()
    {
        var escaped = Uri.EscapeDataString(Asking.Secret);
        using var echo = new Asking(
            "ArcGIS",
            LoopbackReply.Ok(GeocoderBodies.ArcGis("46", "7", $"Zermatt {Asking.Secret}")),
            LoopbackReply.Ok($$$"""{"error":{"code":400,"message":"bad: token={{{escaped}}} or {{{Asking.Secret}}}"}}"""),
            new LoopbackReply(500, $"at /x?token={escaped}"));

        var found = Assert.IsType<GeocodeAnswer.Found>(await echo.AskAsync("a"));
        string[] shown = [found.ToString(), await echo.FailureAsync("b"), await echo.FailureAsync("c"), Asking.OptionsOf("ArcGIS", echo.Address).ToString()];
        echo.Book.Settle();

        Assert.All(echo.Requests, request => Assert.Equal(Asking.Secret, request.Query["token"]));
        var files = Directory.GetFiles(Path.GetDirectoryName(echo.AnswersPath)!, "*.csv").Select(File.ReadAllText).ToArray();
        Assert.Contains(files, text => text.Contains("[token]", StringComparison.Ordinal));
        Assert.All(shown.Concat(files), text =>
        {
            Assert.DoesNotContain(Asking.Secret, text, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain(escaped, text, StringComparison.OrdinalIgnoreCase);
        });
        Assert.Equal("[token]", new ServiceToken("x").ToString());
    }

    [Theory]
    [InlineData("Nominatim", "", "http://localhost/", 1, false, "'' is no contact")]
    [InlineData("Nominatim", "me", "http://localhost/", 1, false, "'me' is no contact")]
    [InlineData("Nominatim", "a@b.c)\r\nX: y", "http://localhost/", 1, false, "is no contact")]
    [InlineData("Nominatim", "a@example.org", "ftp://localhost/", 1, false, "expected the server's address")]
    [InlineData("Nominatim", "a@example.org", "http://user:word@localhost/", 1, false, "expected the server's address")]
    [InlineData("Nominatim", "a@example.org", "http://localhost/?key=1", 1, false, "expected the server's address")]
    [InlineData("Nominatim", "a@example.org", "https://nominatim.openstreetmap.org/", 2, false, "takes at most 1 request a second")]
    [InlineData("Photon", "a@example.org", "https://photon.komoot.io/", 1.5, false, "takes at most 1 request a second")]
    [InlineData("Photon", "a@example.org", "http://localhost/", 0, false, "expected more than 0")]
    [InlineData("ArcGIS", "a@example.org", "https://geocode.example/", 1, false, "ArcGIS is off without a token")]
    [InlineData("ArcGIS", "a@example.org", "http://geocode.example/", 1, true, "a token is sent over https only")]
    public void What_must_not_go_out_does_not(string service, string contact, string server, double rate, bool hasToken, string expected)
    {
        using var asking = new Asking("Nominatim", Nothing);
        var options = new LiveOptions
        {
            Geocoder = service,
            Contact = contact,
            Server = new Uri(server),
            RequestsPerSecond = rate,
            Token = hasToken ? new ServiceToken(Asking.Secret) : null,
        };
        var error = Assert.Throws<ArgumentException>(() => new LiveGeocoder(options, asking.Book, 80, asking.Clock));
        Assert.Contains(expected, error.Message, StringComparison.Ordinal);
        Assert.Empty(asking.Requests);
    }
}
