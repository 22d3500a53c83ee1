using System.Collections.Immutable;
using Cake.Core;
using RruffGeo.Artifacts;
using RruffGeo.Build.Arguments;
using RruffGeo.Geography;
using RruffGeo.Stages;

namespace RruffGeo.Build;

/// <content>The answers of live geocoders, which stage 02 reads and never asks for.</content>
public sealed partial class PaperContext
{
    private const string AnswersName = "00-answers";
    private const int FailuresShown = 5;

    /// <summary>The kept answers of the geocoders that are wanted; asked for first, where any are missing and the network is allowed.</summary>
    internal Artifact<KeptAnswers> Answers
    {
        get
        {
            var path = Typed.Geocoding.Answers;
            var wanted = Parameters.Geocoded.LiveGeocoders;
            if (wanted.Count > 0 && Typed.Mode is not (RunMode.Plan or RunMode.Standing))
                CompleteAnswers(path);
            else if (wanted.Count > 0 && Typed.Network == Network.Allowed)
                runner.Value.Tell($"{"Geocoded",-34} {"may ask",-12} {string.Join(", ", wanted)} for what {path} lacks; then it runs");
            (string Role, string Path)[] files = [("answers", path), ("failures", AnswerBook.FailuresOf(path))];
            runner.Value.Give(AnswersName, "", wanted.Count == 0
                ? ImmutableSortedDictionary<string, string>.Empty
                : files.Where(file => File.Exists(file.Path)).ToImmutableSortedDictionary(file => file.Role, file => runner.Value.DigestOf(file.Path), StringComparer.Ordinal));
            return new Artifact<KeptAnswers>(AnswersName, 1, _ => wanted.Count == 0 ? KeptAnswers.None : KeptAnswers.Read(path));
        }
    }

    private void CompleteAnswers(string path)
    {
        if (runner.Value.FolderOf(RawSpectra.Artifact.Stage) is not { Length: > 0 } folder)
            throw new CakeException("Live geocoders are asked for the localities of stage Raw: leave --exclusive out.");
        var raw = new RawSpectra(folder);
        AnswerBook.Recover(path);
        var missing = AskGeocoders.MissingAsync(raw, KeptAnswers.Read(path), Parameters.Geocoded, CancellationToken.None).GetAwaiter().GetResult();
        if (Typed.Network == Network.Allowed && (missing.Count > 0 || File.Exists(AnswerBook.FailuresOf(path))))
            Ask(raw, path);
        else if (missing.Count > 0)
            throw new CakeException(
                $"{path} lacks answers for {missing.Count} localities, and --offline forbids to ask; the first: {string.Join("; ", missing.Take(FailuresShown))}. "
                + "Leave --offline out, or name a complete file with --answers=FILE.");
        else
            runner.Value.Tell($"{"Geocoded",-10} takes the answers of {string.Join(", ", Parameters.Geocoded.LiveGeocoders)} from {path}; nothing is asked");
    }

    private void Ask(RawSpectra raw, string path)
    {
        using var book = AnswerBook.Open(path);
        var options = Typed.Geocoding.OptionsOf(Parameters.Geocoded.LiveGeocoders);
        foreach (var option in options.Where(option => option.IsPublic))
            runner.Value.Tell($"warning: {option.Server.Host} is kept by volunteers and not meant for bulk. For more than a few hundred localities name a server of your own: --server={option.Geocoder}=http://localhost:8080/");
        AskedLocalities? asked = null;
        try
        {
            runner.Value.Prepare(
                "Geocoded", $"asks {string.Join(", ", options.Select(option => $"{option.Geocoder} at {option.Server.Authority}"))}; answers are kept in {path}",
                (progress, cancellation) => asked = AskGeocoders.RunAsync(
                    raw, book, Parameters.Geocoded, options, TimeProvider.System, progress, cancellation).GetAwaiter().GetResult());
        }
        finally
        {
            book.Settle();
        }

        if (asked is not null)
            TellOf(asked);
    }

    private void TellOf(AskedLocalities asked)
    {
        var texts = string.Join(", ", asked.Texts.Select(pair => FormattableString.Invariant($"{pair.Geocoder} {pair.Asked:N0}")));
        runner.Value.Tell($"{"Geocoded",-10} {asked.Tally}; texts asked: {texts}");
        var failed = asked.Failed.ToList();
        foreach (var row in failed.Take(FailuresShown))
            runner.Value.Tell($"warning: failed: '{row.Locality}': {row.Why}");
        if (failed.Count > 0)
            runner.Value.Tell(FormattableString.Invariant($"warning: {failed.Count:N0} localities have no answer and stay without a point. The same command asks again, for them alone."));
    }
}
