namespace RruffGeo.Geography.Tests;

public sealed class CandidateSearchTests
{
    private static readonly string[] Candidates = ["a mine, Bisbee, USA", "Bisbee, USA", "USA"];

    [Fact]
    public async Task Each_candidate_goes_to_every_geocoder_before_the_next_one()
    {
        var asked = new List<string>();
        var search = await SearchAsync(new Stub("first", asked, _ => NotFound), new Stub("second", asked, text => text == "Bisbee, USA" ? Found : NotFound));

        Assert.Equal(
            ["first: a mine, Bisbee, USA", "second: a mine, Bisbee, USA", "first: Bisbee, USA", "second: Bisbee, USA"], asked);
        Assert.Equal(new CandidateAnswer(Found, "second", 1), search);
    }

    [Fact]
    public async Task A_failure_ends_the_search_without_a_coarser_answer()
    {
        var asked = new List<string>();
        var failed = new GeocodeAnswer.Failed("503");
        var search = await SearchAsync(new Stub("down", asked, _ => failed), new Stub("up", asked, _ => Found));

        Assert.Equal(["down: a mine, Bisbee, USA"], asked);
        Assert.Equal(new CandidateAnswer(failed, "down", 0), search);
    }

    [Fact]
    public async Task The_last_refusal_is_kept_when_nothing_is_found() =>
        Assert.Equal(new CandidateAnswer(NotFound, "only", 2), await SearchAsync(new Stub("only", [], _ => NotFound)));

    [Fact]
    public async Task No_candidates_are_no_failure() =>
        Assert.IsType<GeocodeAnswer.NotFound>((await CandidateSearch.SearchAsync([], [], TestContext.Current.CancellationToken)).Answer);

    private static GeocodeAnswer Found { get; } = new GeocodeAnswer.Found(new GeoPoint(31.4, -109.9), PlacePrecision.City, "Bisbee", "city");

    private static GeocodeAnswer NotFound { get; } = new GeocodeAnswer.NotFound("no such place");

    private static ValueTask<CandidateAnswer> SearchAsync(params IGeocoder[] geocoders) =>
        CandidateSearch.SearchAsync(Candidates, geocoders, TestContext.Current.CancellationToken);

    private sealed class Stub(string name, List<string> asked, Func<string, GeocodeAnswer> answer) : IGeocoder
    {
        public string Name => name;

        public ValueTask<GeocodeAnswer> GeocodeAsync(string candidate, CancellationToken cancellationToken)
        {
            asked.Add($"{name}: {candidate}");
            return ValueTask.FromResult(answer(candidate));
        }
    }
}
