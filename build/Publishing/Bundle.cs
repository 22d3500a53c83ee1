using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using RruffGeo.Geography;
using RruffGeo.Presentation.Drawing;

namespace RruffGeo.Build.Publishing;

/// <summary>All files of a bundle, put together in memory.</summary>
/// <param name="Name">File name.</param>
/// <param name="Files">The files, in ordinal order of their paths.</param>
/// <param name="Date">Date of all of them, UTC.</param>
internal sealed record Bundle(string Name, ImmutableArray<BundleFile> Files, DateTime Date)
{
    private const int VersionDigits = 12;

    /// <summary>Where reproducible builds are told the time, s since 1970.</summary>
    public const string EpochVariable = "SOURCE_DATE_EPOCH";

    /// <summary>The date of what has none.</summary>
    public static DateTime Undated { get; } = new(1980, 1, 1, 0, 0, 0, DateTimeKind.Utc);

    /// <summary>The bundle of <paramref name="run"/>.</summary>
    /// <param name="run">What is published.</param>
    /// <param name="epoch">Value of <see cref="EpochVariable"/>; null if it is not set. No clock is read.</param>
    /// <exception cref="InvalidDataException">A file may hold a measured spectrum, or <paramref name="epoch"/> is no time.</exception>
    public static Bundle Of(PublishedRun run, string? epoch)
    {
        if (!run.Simulated)
            run = run with { Files = [.. run.Files.Select(PublishedReport.Of)] };
        if (!run.Simulated)
            foreach (var file in run.Files)
                if (SpectraGuard.ObjectionTo(file) is { } objection)
                    throw new InvalidDataException($"{file.Path} cannot be published: {objection}. RRUFF's spectra are not redistributed.");
        var released = DateOf(epoch);
        var lockFile = new BundleFile(BundleNames.Lock, [.. run.Records.Lock]);
        List<BundleFile> files =
        [
            .. run.Files, lockFile,
            .. run.Records.Stages.Select(record => new BundleFile(BundleNames.ManifestOf(record.Name()), Pipeline.Publication.RunRecords.ToJson(record))),
            BundleReadme.Of(run), BundleReadme.Attributions(run),
            CitationFile.Of(run, lockFile.Sha256[..VersionDigits], lockFile.Sha256, released),
            BundleFile.OfText(BundleNames.Licence, OwnLicence()),
            BundleFile.OfText(BundleNames.FontLicence, FontNotice.Text),
            BundleFile.OfText(BundleNames.GeographyNotice, DataNotice.Text),
        ];
        files.Add(RoCrate.Of(run, files, released ?? Undated));
        files.Add(SlsaStatement.Of(run, files, lockFile.Sha256));
        files.Add(Checksums.Of(files));
        return new(BundleNames.FileOf(run.Name, run.Simulated), [.. files.OrderBy(file => file.Path, StringComparer.Ordinal)], released ?? Undated);
    }

    /// <summary>Writes the bundle into <paramref name="folder"/>, under its name once it is whole and on the disk.</summary>
    /// <returns>Where it lies, and its SHA-256, lower-case hex.</returns>
    public (string Path, string Sha256) Write(string folder)
    {
        var path = System.IO.Path.Combine(folder, Name);
        var partial = path + ".partial";
        try
        {
            using (var stream = new FileStream(partial, FileMode.Create, FileAccess.ReadWrite, FileShare.None))
            {
                BundleZip.Write(stream, Files, Date);
                stream.Flush(flushToDisk: true);
            }

            string digest;
            using (var stream = File.OpenRead(partial))
                digest = Convert.ToHexStringLower(SHA256.HashData(stream));
            File.Move(partial, path, overwrite: true);
            return (path, digest);
        }
        finally
        {
            File.Delete(partial);
        }
    }

    private static DateTime? DateOf(string? epoch)
    {
        if (string.IsNullOrEmpty(epoch))
            return null;
        return long.TryParse(epoch, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) && seconds >= new DateTimeOffset(Undated).ToUnixTimeSeconds()
            && seconds < new DateTimeOffset(2100, 1, 1, 0, 0, 0, TimeSpan.Zero).ToUnixTimeSeconds()
            ? DateTimeOffset.FromUnixTimeSeconds(seconds).UtcDateTime
            : throw new InvalidDataException($"{EpochVariable} is '{BundleReader.Printable(epoch)}'; expected seconds since 1970, from 1980 to 2099, such as git log -1 --format=%ct gives.");
    }

    private static string OwnLicence()
    {
        using var reader = new StreamReader(typeof(Bundle).Assembly.GetManifestResourceStream(BundleNames.Licence)!);
        return reader.ReadToEnd();
    }
}
