using RruffGeo.Loopback;

namespace RruffGeo.Geography.Tests;

/// <summary>One live geocoder before a loopback server, on a clock that jumps, with an answer file of its own.</summary>
internal sealed class Asking : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("rruffgeo-asking-");
    private readonly LoopbackServer server;

    /// <param name="service">One of the live geocoders.</param>
    /// <param name="replies">What the server answers, one after the other; the last again and again.</param>
    public Asking(string service, params LoopbackReply[] replies)
        : this(service, options => options, replies)
    {
    }

    public Asking(string service, Func<LiveOptions, LiveOptions> change, params LoopbackReply[] replies)
    {
        var sent = 0;
        server = new LoopbackServer(_ =>
        {
            RequestTimes.Add(Clock.GetUtcNow());
            return replies[int.Min(sent++, replies.Length - 1)];
        });
        Book = AnswerBook.Open(AnswersPath);
        Geocoder = new LiveGeocoder(change(OptionsOf(service, server.Address)), Book, minimumScore: 80, Clock);
    }

    public LiveGeocoder Geocoder { get; }

    public JumpingClock Clock { get; } = new();

    public List<DateTimeOffset> RequestTimes { get; } = [];

    public AnswerBook Book { get; }

    public string AnswersPath => Path.Combine(folder.FullName, "answers.csv");

    public IReadOnlyList<LoopbackRequest> Requests => server.Requests;

    public Uri Address => server.Address;

    /// <summary>Waits between the tries of one text: all but the pacing's.</summary>
    public IEnumerable<TimeSpan> Pauses => Clock.Waits.Where(wait => wait > TimeSpan.FromSeconds(1));

    public static LiveOptions OptionsOf(string service, Uri server) => new()
    {
        Geocoder = service,
        Server = server,
        Contact = "curator@example.org",
        Token = service == GeocoderNames.ArcGis ? new ServiceToken(Secret) : null,
    };

    public const string Secret = "AAPT-s3cret+token/Of=ours";

    public ValueTask<GeocodeAnswer> AskAsync(string text = "Zermatt, Switzerland") => Geocoder.GeocodeAsync(text, TestContext.Current.CancellationToken);

    public async Task<string> FailureAsync(string text = "Zermatt, Switzerland")
    {
        var failed = Assert.IsType<GeocodeAnswer.Failed>(await AskAsync(text));
        Assert.Null(Book.Answers.Find(text, Geocoder.Name));
        return failed.Why;
    }

    public void Dispose()
    {
        Geocoder.Dispose();
        server.Dispose();
        Book.Dispose();
        folder.Delete(recursive: true);
    }
}
