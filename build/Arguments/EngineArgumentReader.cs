using System.Globalization;
using System.Security.Cryptography;
using RruffGeo.Pipeline;
using RruffGeo.Pipeline.Remote;
using RruffGeo.Pipeline.Scheduling;
using RruffGeo.Pipeline.Upkeep;

namespace RruffGeo.Build.Arguments;

/// <summary>Reads and checks what concerns the engine.</summary>
internal static class EngineArgumentReader
{
    private const double BytesOfGigabyte = 1e9;
    private const int MostBytesOfKey = 64 << 10;

    /// <summary>The arguments' names.</summary>
    public static IReadOnlyList<string> Names { get; } =
    [
        "cores", "memory", "keep-going", "from", "until", "cache", "cache-write", "against", "older-than", "size", "keep", "dry-run", "sample",
        "cache-sign", "cache-trust", "accept", "reason",
    ];

    /// <summary>The arguments; what cannot be is added to <see cref="TypedArguments.Mistakes"/>.</summary>
    public static EngineArguments Read(TypedArguments arguments)
    {
        var usual = new EngineArguments();
        return new EngineArguments
        {
            Machine = new(
                (int)Number(arguments, "cores", usual.Machine.Cores, 1, 4096, "whole cores"),
                (long)(Number(arguments, "memory", usual.Machine.MemoryBytes / BytesOfGigabyte, 0.001, 1e6, "gigabytes") * BytesOfGigabyte),
                usual.Machine.Devices),
            UponFailure = arguments.Has("keep-going") ? UponFailure.KeepGoing : UponFailure.Stop,
            From = Stage(arguments, "from"),
            Until = Stage(arguments, "until"),
            Cache = Cache(arguments),
            CacheAccess = arguments.Has("cache-write") ? RemoteAccess.ReadWrite : RemoteAccess.Read,
            CacheTrust = new(
                Key(arguments, "cache-sign", SigningKey.FromPem, "openssl genpkey -algorithm ed25519 -out FILE makes one"),
                Key(arguments, "cache-trust", VerifyingKey.FromPem, "openssl pkey -in SECRET -pubout -out FILE makes one")),
            Accept = [.. arguments.AllOf("accept", TaskNames.Stages)],
            AcceptReason = Reason(arguments),
            Against = Run(arguments, arguments.One("against"), "against"),
            Limits = usual.Limits with
            {
                OlderThan = TimeSpan.FromDays(Number(arguments, "older-than", usual.Limits.OlderThan.TotalDays, 0, 36_500, "days")),
                MostBytes = arguments.One("size") is null
                    ? usual.Limits.MostBytes : (long)(Number(arguments, "size", 0, 0, 1e9, "gigabytes") * BytesOfGigabyte),
            },
            Keep = [.. arguments.All("keep").Select(name => Run(arguments, name, "keep")).OfType<string>()],
            Collection = arguments.Has("dry-run") ? CollectionMode.DryRun : CollectionMode.Delete,
            Sample = Number(arguments, "sample", usual.Sample, 0, 1, "a share, such as 0.25"),
        };
    }

    private static string? Stage(TypedArguments arguments, string name) =>
        arguments.One(name) is null ? null : arguments.OneOf(name, TaskNames.Stages, TaskNames.Stages[0]);

    private static Uri? Cache(TypedArguments arguments)
    {
        if (arguments.One("cache") is not { } typed)
        {
            if (arguments.Has("cache-write"))
                arguments.Mistakes.Add("--cache-write says that results are given to a cache: name it with --cache=URL.");
            return null;
        }

        if (arguments.Has("offline"))
            arguments.Mistakes.Add("--offline forbids connections and --cache asks for one: leave one of them out.");
        if (Uri.TryCreate(typed, UriKind.Absolute, out var address) && address.Scheme is "http" or "https")
            return address;
        arguments.Mistakes.Add($"--cache: '{typed}' is no address. Write --cache=http://HOST:PORT/.");
        return null;
    }

    private static T? Key<T>(TypedArguments arguments, string name, Func<string, T> read, string hint)
        where T : class
    {
        if (arguments.One(name) is not { } path)
            return null;
        if (!arguments.All("cache").Any())
            arguments.Mistakes.Add($"--{name} is about a cache: name it with --cache=URL.");
        if (name == "cache-sign" && !arguments.All("cache-write").Any())
            arguments.Mistakes.Add("--cache-sign signs what is given to the cache: say --cache-write as well.");
        try
        {
            return new FileInfo(path) is { Exists: true, Length: < MostBytesOfKey } ? read(File.ReadAllText(path))
                : throw new FileNotFoundException(File.Exists(path) ? "it is no key, being too long" : "there is no such file");
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or CryptographicException)
        {
            arguments.Mistakes.Add($"--{name}: {path} cannot be used: {error.Message.TrimEnd('.')}. {hint}.");
            return null;
        }
    }

    private static string Reason(TypedArguments arguments)
    {
        var reason = arguments.One("reason");
        if (!arguments.All("accept").Any())
        {
            if (reason is not null)
                arguments.Mistakes.Add("--reason says why a change is accepted: name the stage with --accept=STAGE.");
            return "";
        }

        if (!Acceptance.IsReason(reason))
            arguments.Mistakes.Add(FormattableString.Invariant(
                $"--accept calls a change of code cosmetic: say why, in one line of at most {Acceptance.LongestReason} characters, with --reason=\"…\". It is kept with the result."));
        return reason ?? "";
    }

    private static string? Run(TypedArguments arguments, string? name, string argument)
    {
        if (name is null || name.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '-' or '_' or '.') && !name.StartsWith('.'))
            return name;
        arguments.Mistakes.Add($"--{argument}: '{name}' is no name of a run. Name a folder below --outputs.");
        return null;
    }

    private static double Number(TypedArguments arguments, string name, double otherwise, double least, double most, string unit)
    {
        if (arguments.One(name) is not { } typed)
            return otherwise;
        if (double.TryParse(typed, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most)
            return number;
        arguments.Mistakes.Add(string.Create(CultureInfo.InvariantCulture, $"--{name}: expected {unit}, {least} to {most}, but found '{typed}'."));
        return otherwise;
    }
}
