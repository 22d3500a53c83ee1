using System.Collections.Immutable;
using RruffGeo.Spectra;

namespace RruffGeo.Build.Arguments;

/// <summary>Reads and checks where archives come from: <c>--archives</c>, <c>--accept-drift</c>, <c>--mirror</c>.</summary>
internal static class ArchiveArguments
{
    /// <summary>File names of the archives of which another vintage than the pinned one will do.</summary>
    public static ImmutableArray<string> AcceptedDrift(TypedArguments arguments)
    {
        var names = ImmutableArray.CreateBuilder<string>();
        foreach (var typed in arguments.All("accept-drift").SelectMany(list => list.Split(',', StringSplitOptions.TrimEntries)))
            if (ArchiveManifest.Rruff.Find(typed) is { } archive)
                names.Add(archive.Name);
            else
                arguments.Mistakes.Add(
                    $"--accept-drift: there is no archive '{typed}'.{NearestName.Hint(typed, [.. ArchiveManifest.Rruff.Archives.Select(archive => Path.GetFileNameWithoutExtension(archive.Name))])}");
        return names.ToImmutable();
    }

    /// <summary>Where archives are asked for in place of RRUFF's own servers; null if nothing was typed.</summary>
    public static Uri? Mirror(TypedArguments arguments)
    {
        if (arguments.One("mirror") is not { } typed)
            return null;
        if (Uri.TryCreate(typed.TrimEnd('/') + "/", UriKind.Absolute, out var address) && (address.Scheme == Uri.UriSchemeHttps || address.Scheme == Uri.UriSchemeHttp))
            return address;
        arguments.Mistakes.Add($"--mirror: '{typed}' is no address of a folder. Write https://host/folder, where the archives lie under RRUFF's names.");
        return null;
    }

    /// <summary>Adds what contradicts itself.</summary>
    public static void Check(PaperArguments read, List<string> mistakes)
    {
        if (read.Corpus == Corpus.Demo && read.Archives is not null)
            mistakes.Add("--archives goes with --corpus=rruff; the demo corpus makes its own archives. Add --corpus=rruff or leave --archives out.");
        else if (read.Archives is { } folder)
            CheckFolder(folder, mistakes);
        if (read.Corpus == Corpus.Rruff && read.Archives is null)
            return;
        var reason = read.Corpus == Corpus.Demo ? "the demo corpus makes its own archives" : "--archives takes all archives of its folder as they are";
        if (read.AcceptedDrift.Length > 0)
            mistakes.Add($"--accept-drift is about downloads, but {reason}. Leave one of the two out.");
        if (read.Mirror is not null)
            mistakes.Add($"--mirror is about downloads, but {reason}. Leave one of the two out.");
        if (read.Parameters.Download != new DownloadParameters())
            mistakes.Add($"Download.Archives is about downloads, but {reason}. Leave one of the two out.");
    }

    private static void CheckFolder(string folder, List<string> mistakes)
    {
        const string advice = "Put RRUFF's zip archives there (such as excellent_unoriented.zip, LR-Raman.zip), name the folder that has them, or leave --archives out to have them downloaded.";
        if (File.Exists(folder))
            mistakes.Add($"--archives: {folder} is a file; expected a folder. {advice}");
        else if (!Directory.Exists(folder))
            mistakes.Add($"--archives: {folder} does not exist. {advice}");
        else if (!Directory.EnumerateFiles(folder, "*.zip").Any())
            mistakes.Add($"--archives: {folder} holds no .zip file. {advice}");
    }
}
