using System.Collections.Immutable;
using System.Globalization;
using RruffGeo.Geography;
using RruffGeo.Stages;

namespace RruffGeo.Build.Arguments;

/// <summary>How live geocoders are asked, and where their answers are kept. No part of any key: the answers are.</summary>
internal sealed record GeocodingArguments
{
    /// <summary>The environment variable with the token of ArcGIS. No argument: command lines are seen by others and kept in histories.</summary>
    public const string TokenVariable = "RRUFFGEO_ARCGIS_TOKEN";

    /// <summary>The arguments that are for live geocoders alone.</summary>
    public static IReadOnlyList<string> Names { get; } = ["answers", "contact", "server", "rate"];

    /// <summary>The answer file; need not be there yet.</summary>
    public string Answers { get; init; } = "";

    /// <summary>Mail or web address sent with every request; null if none was typed.</summary>
    public string? Contact { get; init; }

    /// <summary>Servers by geocoder, where they are not the usual ones.</summary>
    public ImmutableDictionary<string, Uri> Servers { get; init; } = ImmutableDictionary<string, Uri>.Empty;

    /// <summary>Requests a second by geocoder, where they are not one.</summary>
    public ImmutableDictionary<string, double> Rates { get; init; } = ImmutableDictionary<string, double>.Empty;

    /// <summary>The token of ArcGIS; null if there is none.</summary>
    public ServiceToken? Token { get; init; }

    /// <summary>Reads <c>--answers</c>, <c>--contact</c>, <c>--server</c> and <c>--rate</c>.</summary>
    /// <param name="arguments">What was typed.</param>
    /// <param name="outputs">Folder of all runs; answers are kept beside them, since a run may be deleted.</param>
    public static GeocodingArguments Read(TypedArguments arguments, string outputs) => new()
    {
        Answers = Path.GetFullPath(arguments.One("answers") ?? Path.Combine(outputs, "geocoder-answers.csv")),
        Contact = arguments.One("contact"),
        Servers = ByGeocoder(arguments, "server", "http://localhost:8080/", text => Uri.TryCreate(text, UriKind.Absolute, out var uri) ? uri : null),
        Rates = !arguments.All("rate").Any() ? ImmutableDictionary<string, double>.Empty : ByGeocoder(
            arguments, "rate", "5", text => double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var rate) ? rate : (double?)null)
            .ToImmutableDictionary(pair => pair.Key, pair => pair.Value!.Value),
        Token = Environment.GetEnvironmentVariable(TokenVariable) is { } token && !string.IsNullOrWhiteSpace(token) ? new ServiceToken(token) : null,
    };

    /// <summary>Checks them together with the geocoders that are wanted.</summary>
    public static void Check(PaperArguments read, TypedArguments arguments)
    {
        var wanted = read.Parameters.Geocoded.LiveGeocoders;
        var typed = Names.Where(name => arguments.All(name).Any()).Select(name => $"--{name}").ToList();
        if (wanted.Count == 0 && typed.Count > 0)
            arguments.Mistakes.Add($"{string.Join(", ", typed)}: for live geocoders only, and Geocoded.Services names none. Add --set Geocoded.Services={string.Join(',', GeocoderNames.Live)} or leave it out.");
        if (wanted.Count == 0 || read.Mode == RunMode.Plan)
            return;
        if (read.Network == Network.Forbidden)
        {
            if (!File.Exists(read.Geocoding.Answers) && !File.Exists(AnswerBook.JournalOf(read.Geocoding.Answers)))
                arguments.Mistakes.Add($"--offline forbids to ask {string.Join(", ", wanted)}, and {read.Geocoding.Answers} does not exist. Name the answers that an earlier run kept with --answers=FILE, leave --offline out, or geocode with --set Geocoded.Services=Gazetteer.");
        }
        else
        {
            foreach (var mistake in read.Geocoding.Mistakes(wanted))
                arguments.Mistakes.Add(mistake);
        }
    }

    /// <summary>How each of the <paramref name="wanted"/> geocoders is asked.</summary>
    public IReadOnlyList<LiveOptions> OptionsOf(IEnumerable<string> wanted) =>
    [
        .. wanted.Select(name => new LiveOptions
        {
            Geocoder = name,
            Server = Servers.GetValueOrDefault(name) ?? LiveOptions.DefaultServers[name],
            Contact = Contact ?? "",
            Token = name == GeocoderNames.ArcGis ? Token : null,
            RequestsPerSecond = Rates.GetValueOrDefault(name, 1),
        }),
    ];

    private IEnumerable<string> Mistakes(IReadOnlyList<string> wanted)
    {
        const string orOffline = "or, if all answers are kept already, add --offline.";
        if (Contact is null)
            yield return $"Live geocoders are not asked anonymously: add --contact=ADDRESS, a mail or web address under which the owner of a server reaches you; {orOffline}";
        foreach (var mistake in OptionsOf(wanted).SelectMany(options => (Contact is null ? options with { Contact = "a@example.org" } : options).Mistakes()).Distinct())
            yield return mistake.StartsWith("ArcGIS is off", StringComparison.Ordinal)
                ? $"{mistake} Put it into the environment variable {TokenVariable}, leave ArcGIS out of Geocoded.Services, {orOffline}"
                : mistake;
    }

    private static ImmutableDictionary<string, T> ByGeocoder<T>(TypedArguments arguments, string name, string example, Func<string, T?> parse)
    {
        var values = ImmutableDictionary<string, T>.Empty;
        foreach (var text in arguments.All(name))
            if (text.Split('=', 2) is not [var typed, var value] || parse(value) is not { } parsed)
                arguments.Mistakes.Add($"--{name}: '{text}' is none. Write --{name}=GEOCODER={example}, such as --{name}=Nominatim={example}.");
            else if (GeocoderNames.Live.FirstOrDefault(known => known.Equals(typed, StringComparison.OrdinalIgnoreCase)) is { } geocoder)
                values = values.SetItem(geocoder, parsed);
            else
                arguments.Mistakes.Add($"--{name}: there is no live geocoder '{typed}'.{NearestName.Hint(typed, [.. GeocoderNames.Live])}");
        return values;
    }
}
