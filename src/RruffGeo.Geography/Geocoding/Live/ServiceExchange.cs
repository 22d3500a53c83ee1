using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using Polly;
using Polly.Retry;

namespace RruffGeo.Geography;

/// <summary>Asks one service over HTTP: paced, bounded in time and size, retried where that may help, and left alone once it refuses.</summary>
internal sealed class ServiceExchange : IDisposable
{
    /// <summary>Most requests for one text.</summary>
    public const int Tries = 3;

    /// <summary>Most bytes of a body that are read; answers have a few thousand.</summary>
    public const int LongestBody = 1 << 20;

    private static readonly TimeSpan FirstBackOff = TimeSpan.FromSeconds(5);

    private readonly ServiceDialect dialect;
    private readonly LiveOptions options;
    private readonly TimeProvider clock;
    private readonly HttpClient client;
    private readonly RequestPacing pacing;
    private readonly CircuitBreaker breaker;
    private readonly ResiliencePipeline<Attempt> retries;
    private ServiceReply.Error? refusal;
    private ServiceReply.Error? lastFailure;

    public ServiceExchange(LiveOptions options, TimeProvider clock)
    {
        (this.options, this.clock, dialect) = (options, clock, ServiceDialect.Of(options.Geocoder));
        pacing = new RequestPacing(TimeSpan.FromSeconds(1 / options.RequestsPerSecond), clock);
        breaker = new CircuitBreaker(clock);
        client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false, UseProxy = !options.Server.IsLoopback })
        {
            Timeout = options.Timeout,
            MaxResponseContentBufferSize = LongestBody,
        };
        client.DefaultRequestHeaders.UserAgent.Add(new ProductInfoHeaderValue("RruffGeo", "1.0"));
        client.DefaultRequestHeaders.UserAgent.Add(new ProductInfoHeaderValue($"({options.Contact})"));
        client.DefaultRequestHeaders.Accept.Add(new MediaTypeWithQualityHeaderValue("application/json"));
        retries = new ResiliencePipelineBuilder<Attempt> { TimeProvider = clock }
            .AddRetry(new RetryStrategyOptions<Attempt>
            {
                MaxRetryAttempts = Tries - 1,
                ShouldHandle = attempt => ValueTask.FromResult(attempt.Outcome.Result?.TryAgainAfter is not null),
                DelayGenerator = attempt => ValueTask.FromResult(attempt.Outcome.Result?.TryAgainAfter),
            })
            .Build();
    }

    /// <summary>Asks for one text.</summary>
    /// <exception cref="OperationCanceledException"><paramref name="cancellationToken"/> was cancelled.</exception>
    public async Task<Exchanged> AskAsync(string candidate, CancellationToken cancellationToken)
    {
        var lookup = new Lookup(candidate, clock.GetTimestamp());
        var last = await retries.ExecuteAsync(
            static async (state, token) => await state.Exchange.TryAsync(state.Lookup, token), (Exchange: this, Lookup: lookup), cancellationToken);
        return last.Exchanged is { Reply: ServiceReply.Error error } failed && lookup.Tries > 1
            ? failed with { Reply = error with { Why = string.Create(CultureInfo.InvariantCulture, $"{error.Why}; {lookup.Tries} tries") } }
            : last.Exchanged;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        client.Dispose();
        pacing.Dispose();
    }

    private async Task<Attempt> TryAsync(Lookup lookup, CancellationToken cancellationToken)
    {
        var address = dialect.AddressOf(options.Server, lookup.Candidate);
        if (refusal is not null)
            return NotAsked($"it refused before: {refusal.Why}");
        if (breaker.IsOpen)
            return NotAsked($"{CircuitBreaker.Failures} failures in a row, the last: {lastFailure?.Why}");
        Exchanged exchanged;
        using (var turn = await pacing.EnterAsync(options.LongestTime, cancellationToken))
        {
            if (turn is null)
                return NotAsked("it told to wait longer than a text is waited for");
            lookup.Tries++;
            exchanged = await SendAsync(address, cancellationToken);
            Remember(exchanged.Reply);
        }

        return new Attempt(exchanged, exchanged.Reply is ServiceReply.Error { Outlook: Outlook.Again } error ? WaitAfter(error, lookup) : null);

        Attempt NotAsked(string why) => new(new Exchanged(address, new ServiceReply.Error($"not asked, since {why}", Outlook.Hopeless)), null);
    }

    private void Remember(ServiceReply reply)
    {
        if (reply is not ServiceReply.Error error || error.Outlook == Outlook.BadText)
        {
            breaker.Answered();
            return;
        }

        breaker.Failed();
        lastFailure = error;
        if (error.Outlook == Outlook.Refused)
            refusal = error;
        if (error.RetryAfter is { } wait)
            pacing.HoldFor(wait);
    }

    /// <summary>How long to wait before the next try; null if there is no time for one.</summary>
    private TimeSpan? WaitAfter(ServiceReply.Error error, Lookup lookup)
    {
        var wait = error.RetryAfter ?? FirstBackOff * (double.Exp2(lookup.Tries - 1) * (1 + (0.5 * Random.Shared.NextDouble())));
        return clock.GetElapsedTime(lookup.Began) + wait > options.LongestTime ? null : wait;
    }

    private async Task<Exchanged> SendAsync(Uri address, CancellationToken cancellationToken)
    {
        try
        {
            using var response = await client.GetAsync(options.Token?.AddTo(address) ?? address, cancellationToken);
            var body = await response.Content.ReadAsByteArrayAsync(cancellationToken);
            var reply = response.StatusCode == HttpStatusCode.OK
                ? dialect.Read(body)
                : StatusMeaning.Of(response.StatusCode, ServiceText.Message(body), RetryAfter(response))!;
            return new Exchanged(address, Redacted(reply))
            {
                Status = (int)response.StatusCode,
                BodySha256 = Convert.ToHexStringLower(SHA256.HashData(body)),
                At = clock.GetUtcNow(),
            };
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return Failed($"no answer within {options.Timeout.TotalSeconds.ToString("0.###", CultureInfo.InvariantCulture)} s", Outlook.Again);
        }
        catch (HttpRequestException error) when (error.HttpRequestError == HttpRequestError.ConfigurationLimitExceeded)
        {
            return Failed($"a body of more than {LongestBody} bytes", Outlook.Hopeless);
        }
        catch (HttpRequestException error)
        {
            return Failed($"no whole answer from {options.Server.Authority} ({error.HttpRequestError})", Outlook.Again);
        }

        Exchanged Failed(string why, Outlook outlook) => new(address, new ServiceReply.Error(why, outlook));
    }

    private TimeSpan? RetryAfter(HttpResponseMessage response)
    {
        var said = response.Headers.RetryAfter;
        var wait = said?.Delta ?? (said?.Date is { } date ? date - clock.GetUtcNow() : null);
        return wait < TimeSpan.Zero ? TimeSpan.Zero : wait;
    }

    private ServiceReply Redacted(ServiceReply reply) => (options.Token, reply) switch
    {
        ({ } token, ServiceReply.Error error) => error with { Why = token.Redact(error.Why) },
        ({ } token, ServiceReply.Found found) => found with { Matched = token.Redact(found.Matched), Kind = token.Redact(found.Kind) },
        _ => reply,
    };

    private sealed class Lookup(string candidate, long began)
    {
        public string Candidate => candidate;

        public long Began => began;

        public int Tries { get; set; }
    }

    private sealed record Attempt(Exchanged Exchanged, TimeSpan? TryAgainAfter);
}
