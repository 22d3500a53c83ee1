using RruffGeo.Loopback;

namespace RruffGeo.Geography.Tests;

public sealed class ServiceFailureTests
{
    public static TheoryData<string> Services => new(GeocoderNames.Live);

    public static TheoryData<string, int> Temporary => new(
        from service in GeocoderNames.Live from status in (int[])[408, 429, 500, 502, 503, 504] select (service, status));

    public static TheoryData<string, int> BadQueries => new(
        from service in GeocoderNames.Live from status in (int[])[400, 412, 413, 414] select (service, status));

    public static TheoryData<string, int> Refusals => new(
        from service in GeocoderNames.Live from status in (int[])[301, 401, 402, 403, 407] select (service, status));

    [Theory, MemberData(nameof(Temporary))]
    public async Task A_page_of_a_troubled_server_is_tried_three_times_and_no_answer(string service, int status)
    {
        using var asking = new Asking(service, LoopbackReply.Page(status));

        Assert.Matches($"^{service}: HTTP {status} \\([a-z ]+\\); 3 tries$", await asking.FailureAsync());

        Assert.Equal(3, asking.Requests.Count);
        Assert.Collection(
            asking.Pauses, first => Assert.InRange(first.TotalSeconds, 5, 7.5), second => Assert.InRange(second.TotalSeconds, 10, 15));
    }

    [Theory, MemberData(nameof(Services))]
    public async Task A_server_that_is_well_again_answers_the_second_try(string service)
    {
        using var asking = new Asking(service, LoopbackReply.Page(503), LoopbackReply.Ok(GeocoderBodies.Found(service, "46", "7", "Zermatt")));
        Assert.IsType<GeocodeAnswer.Found>(await asking.AskAsync());
        Assert.Equal(2, asking.Requests.Count);
    }

    [Theory, MemberData(nameof(BadQueries))]
    public async Task A_bad_query_is_not_repeated_and_does_not_speak_against_the_service(string service, int status)
    {
        using var asking = new Asking(service, new LoopbackReply(status, """{"error":{"code":400,"message":"the text is too odd"}}"""));

        for (var text = 0; text < 7; text++)
            Assert.Equal($"{service}: HTTP {status} (bad query): the text is too odd", await asking.FailureAsync($"odd {text}"));

        Assert.Equal(7, asking.Requests.Count);
    }

    [Theory, MemberData(nameof(Refusals))]
    public async Task A_service_that_refuses_is_left_alone_for_the_rest_of_the_run(string service, int status)
    {
        using var asking = new Asking(service, LoopbackReply.Page(status) with { Location = "https://elsewhere.example/" });

        Assert.StartsWith($"{service}: HTTP {status} (", await asking.FailureAsync("a"), StringComparison.Ordinal);
        asking.Clock.Pass(TimeSpan.FromDays(1));
        Assert.StartsWith($"{service}: not asked, since it refused before: HTTP {status} (", await asking.FailureAsync("b"), StringComparison.Ordinal);

        Assert.Single(asking.Requests);
    }

    [Theory, MemberData(nameof(Services))]
    public async Task A_body_that_is_no_JSON_is_no_answer_whatever_the_status_says(string service)
    {
        using var page = new Asking(service, LoopbackReply.Page(200));
        using var half = new Asking(service, LoopbackReply.Ok(GeocoderBodies.Found(service, "46", "7", "Zermatt")[..60]));
        using var other = new Asking(service, LoopbackReply.Ok("""{"hello":"world"}"""));
        using var bomb = new Asking(service, LoopbackReply.Ok(new string('[', 5000)));

        Assert.Equal($"{service}: {service} sent no JSON", await page.FailureAsync());
        Assert.Equal($"{service}: {service} sent no JSON", await half.FailureAsync());
        Assert.StartsWith($"{service}: {service} sent no list of ", await other.FailureAsync(), StringComparison.Ordinal);
        Assert.Equal($"{service}: {service} sent no JSON", await bomb.FailureAsync());
        Assert.All([page, half, other, bomb], asking => Assert.Single(asking.Requests));
    }

    [Theory]
    [InlineData(498, "Invalid or expired.", 1)]
    [InlineData(499, "A token is needed.", 1)]
    [InlineData(403, "Not for you.", 1)]
    [InlineData(400, "Cannot do that.", 1)]
    [InlineData(500, "Something broke.", 3)]
    [InlineData(504, "Too slow.", 3)]
    public async Task ArcGIS_says_errors_with_status_200(int code, string message, int requests)
    {
        using var asking = new Asking("ArcGIS", LoopbackReply.Ok($$$"""{"error":{"code":{{{code}}},"message":"{{{message}}}","details":[]}}"""));

        var why = await asking.FailureAsync();

        Assert.StartsWith($"ArcGIS: error {code} in a body of HTTP 200 (", why, StringComparison.Ordinal);
        Assert.Contains($": {message}", why, StringComparison.Ordinal);
        Assert.Equal(requests, asking.Requests.Count);
    }

    [Fact]
    public async Task An_ArcGIS_error_without_a_code_is_a_failure_too()
    {
        using var asking = new Asking("ArcGIS", LoopbackReply.Ok("""{"error":{"message":"?"},"candidates":[]}"""));
        await asking.FailureAsync();
    }

    [Fact]
    public async Task Errors_of_Nominatim_and_Photon_in_a_body_of_status_200_are_failures()
    {
        using var nominatim = new Asking("Nominatim", LoopbackReply.Ok("""{"error":"Unable to search"}"""));
        using var photon = new Asking("Photon", LoopbackReply.Ok("""{"message":"no index"}"""));
        Assert.Equal("Nominatim: Nominatim sent an error: Unable to search", await nominatim.FailureAsync());
        Assert.Equal("Photon: Photon sent an error: no index", await photon.FailureAsync());
    }

    [Theory, MemberData(nameof(Services))]
    public async Task A_body_without_end_is_not_read_to_its_end(string service)
    {
        using var asking = new Asking(service, LoopbackReply.Ok(new string(' ', ServiceExchange.LongestBody + 1)));
        Assert.Equal($"{service}: a body of more than 1048576 bytes", await asking.FailureAsync());
        Assert.Single(asking.Requests);
    }

    [Theory, MemberData(nameof(Services))]
    public async Task A_server_that_does_not_answer_in_time_is_tried_again(string service)
    {
        using var asking = new Asking(
            service, options => options with { Timeout = TimeSpan.FromMilliseconds(60) },
            LoopbackReply.Ok(GeocoderBodies.NotFound(service)) with { Delay = TimeSpan.FromSeconds(20) });
        Assert.Equal($"{service}: no answer within 0.06 s; 3 tries", await asking.FailureAsync());
        Assert.Equal(3, asking.Requests.Count);
    }

    [Theory]
    [InlineData("Nominatim", 0)]
    [InlineData("Nominatim", 200)]
    [InlineData("Photon", 30)]
    [InlineData("Photon", 200)]
    [InlineData("ArcGIS", 0)]
    [InlineData("ArcGIS", 200)]
    public async Task A_connection_that_is_cut_is_no_answer(string service, int afterBytes)
    {
        using var asking = new Asking(service, LoopbackReply.Ok(GeocoderBodies.Found(service, "46", "7", "Zermatt")) with { CutAfter = afterBytes });
        Assert.StartsWith($"{service}: no whole answer from {asking.Address.Authority} (", await asking.FailureAsync(), StringComparison.Ordinal);
        Assert.Equal(3, asking.Requests.Count);
    }

    [Theory, MemberData(nameof(Services))]
    public async Task A_search_ends_at_a_failure_and_asks_neither_another_service_nor_for_less(string service)
    {
        using var down = new Asking(service, LoopbackReply.Page(503));
        using var up = new Asking("Photon", LoopbackReply.Ok(GeocoderBodies.Found("Photon", "46", "7", "Switzerland")));

        var outcome = await CandidateSearch.SearchAsync(
            LocalityText.Candidates("Lengenbach, Binn, Switzerland"), [down.Geocoder, up.Geocoder], TestContext.Current.CancellationToken);

        Assert.IsType<GeocodeAnswer.Failed>(outcome.Answer);
        Assert.All(down.Requests, request => Assert.Equal("Lengenbach, Binn, Switzerland", request.Text));
        Assert.Empty(up.Requests);
    }
}
