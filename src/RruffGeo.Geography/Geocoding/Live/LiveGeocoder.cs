namespace RruffGeo.Geography;

/// <summary>Asks a service over the network (paper A.1, step 2) and keeps every answer; what is kept already is not asked again.</summary>
public sealed class LiveGeocoder : IGeocoder, IDisposable
{
    private readonly ServiceExchange exchange;
    private readonly AnswerBook book;
    private readonly string licence;
    private readonly double minimumScore;

    /// <summary>Prepares to ask; sends nothing yet.</summary>
    /// <param name="options">Where and how to ask.</param>
    /// <param name="book">Where answers are kept.</param>
    /// <param name="minimumScore">Scores below count as not found, 0 … 100; for services that give one.</param>
    /// <param name="clock">Tells time and waits.</param>
    /// <exception cref="ArgumentException">The options are not fit to go out with: no contact, no token for ArcGIS, ….</exception>
    public LiveGeocoder(LiveOptions options, AnswerBook book, double minimumScore, TimeProvider clock)
    {
        if (options.Mistakes().FirstOrDefault() is { } mistake)
            throw new ArgumentException(mistake, nameof(options));
        (this.book, this.minimumScore, Name) = (book, minimumScore, options.Geocoder);
        licence = ServiceDialect.Of(Name).Licence;
        exchange = new ServiceExchange(options, clock);
    }

    /// <inheritdoc/>
    public string Name { get; }

    /// <summary>Texts asked for so far: those that no kept answer settled.</summary>
    public int Asked { get; private set; }

    /// <inheritdoc/>
    public async ValueTask<GeocodeAnswer> GeocodeAsync(string candidate, CancellationToken cancellationToken)
    {
        if (book.Answers.Find(candidate, Name) is { } kept)
            return kept.ToGeocodeAnswer(minimumScore);
        var exchanged = await exchange.AskAsync(candidate, cancellationToken);
        Asked++;
        if (exchanged.Reply is ServiceReply.Error error)
        {
            book.Fail(candidate, Name, error.Why);
            return new GeocodeAnswer.Failed($"{Name}: {error.Why}");
        }

        var answer = Answer(candidate, exchanged);
        book.Keep(answer);
        return answer.ToGeocodeAnswer(minimumScore);
    }

    /// <inheritdoc/>
    public void Dispose() => exchange.Dispose();

    private KeptAnswer Answer(string candidate, Exchanged exchanged)
    {
        var found = exchanged.Reply as ServiceReply.Found;
        return new KeptAnswer
        {
            Candidate = candidate,
            Geocoder = Name,
            Point = found?.Point,
            Matched = found?.Matched ?? "",
            Kind = found?.Kind ?? "",
            Score = found?.Score,
            Asked = new DateTimeOffset(exchanged.At.Ticks - (exchanged.At.Ticks % TimeSpan.TicksPerSecond), exchanged.At.Offset).ToUniversalTime(),
            Licence = licence,
            Address = exchanged.Address.AbsoluteUri,
            Status = exchanged.Status,
            BodySha256 = exchanged.BodySha256,
        };
    }
}
