using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using RruffGeo.Artifacts;
using RruffGeo.Build.Arguments;
using RruffGeo.Build.Running;
using RruffGeo.Spectra;
using RruffGeo.Stages;

namespace RruffGeo.Build;

/// <content>The archives of stage 01: the demo corpus's, those of a folder, or downloaded ones.</content>
public sealed partial class PaperContext
{
    private const string ArchivesName = "00-archives";

    /// <summary>The archives of stage 01; made or fetched first if need be. Their digests decide what stage 01 gives, not where they came from.</summary>
    internal Artifact<RawFiles> Archives
    {
        get
        {
            if (Typed.Corpus == Corpus.Demo)
            {
                MakeCorpus();
                return new Artifact<RawFiles>(CorpusName, 1, folder => new RawFiles(ArchivesIn(folder), Simulated: true));
            }

            var archives = Typed.Archives is { } given ? ArchivesIn(given) : DownloadedArchives();
            runner.Value.Give(ArchivesName, Typed.Archives ?? "", DigestsOf(archives));
            foreach (var (index, sentence) in Coverage(archives).ToSentences().Index())
                runner.Value.Tell($"{(index == 0 ? "Archives" : ""),-10} {sentence}");
            return new Artifact<RawFiles>(ArchivesName, 1, _ => new RawFiles(Fetched(archives), Simulated: false));
        }
    }

    private ImmutableArray<ArchiveFile> ArchivesIn(string folder) =>
        [.. Directory.EnumerateFiles(folder, "*.zip").OrderBy(Path.GetFileName, StringComparer.Ordinal)
            .Select(path => new ArchiveFile(path, runner.Value.DigestOf(path), new FileInfo(path).Length))];

    /// <summary>Archives that are kept or will be fetched. The digest of a pinned one is known beforehand, so it is fetched only if stage 01 has to run.</summary>
    private ImmutableArray<ArchiveFile> DownloadedArchives()
    {
        var wanted = ArchiveManifest.Rruff.Select(Parameters.Download.Archives);
        var missing = wanted.Where(archive => Downloads.Find(archive, Typed.AcceptedDrift) is null).ToList();
        if (missing.Count > 0)
            runner.Value.Tell(FormattableString.Invariant(
                $"{"Archives",-10} Not here yet: {string.Join(", ", missing.Select(archive => archive.Name))}; {missing.Sum(archive => archive.Bytes) / 1e6:0} MB to download before Raw can run."));
        Fetch([.. missing.Where(archive => Typed.AcceptedDrift.Contains(archive.Name))]);
        return
        [
            .. wanted.Select(archive => Downloads.Find(archive, Typed.AcceptedDrift) ?? new AcquiredArchive(Shelf.PathOf(archive.Name, archive.Sha256), archive.Sha256, archive.Bytes, ""))
                .Select(archive => new ArchiveFile(archive.Path, archive.Sha256, archive.Bytes, archive.Accepted)),
        ];
    }

    private ImmutableArray<ArchiveFile> Fetched(ImmutableArray<ArchiveFile> archives)
    {
        Fetch([.. archives.Where(archive => !File.Exists(archive.Path)).Select(archive => ArchiveManifest.Rruff.Find(archive.Name)!)]);
        return archives;
    }

    private void Fetch(ImmutableArray<PinnedArchive> missing)
    {
        if (missing.Length == 0)
            return;
        if (Typed.Network == Network.Forbidden)
            throw ArchiveDownloadException.Offline(missing, Shelf.Root);
        runner.Value.Prepare("Archives", $"downloads {string.Join(", ", missing.Select(archive => archive.Name))}", (progress, cancellation) =>
        {
            foreach (var archive in missing)
                Downloads.FetchAsync(archive, Typed.AcceptedDrift, new Megabytes(progress), cancellation).GetAwaiter().GetResult();
        });
    }

    private ArchiveShelf Shelf => new(Path.Combine(Typed.Store, "archives"), runner.Value.DigestOf);

    private ArchiveDownloads Downloads => new(
        Typed.Mirror is { } mirror ? ArchiveManifest.Rruff with { Addresses = [mirror] } : ArchiveManifest.Rruff, Shelf, new DownloadLimits());

    // An accepted vintage is recorded with its date, so that belongs in the key; the pinned bytes have one key wherever they come from.
    private static ImmutableSortedDictionary<string, string> DigestsOf(IEnumerable<ArchiveFile> archives) => archives
        .SelectMany(archive => archive.Accepted.Length == 0
            ? (IEnumerable<(string Role, string Digest)>)[(archive.Name, archive.Sha256)]
            : [(archive.Name, archive.Sha256), ($"{archive.Name} accepted", Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(archive.Accepted))))])
        .ToImmutableSortedDictionary(pair => pair.Role, pair => pair.Digest, StringComparer.Ordinal);

    private ArchiveCoverage Coverage(IEnumerable<ArchiveFile> archives) =>
        ArchiveCoverage.Of(ArchiveManifest.Rruff, archives.Select(archive => (archive.Name, archive.Sha256, SpectraIn(archive))));

    private int SpectraIn(ArchiveFile archive)
    {
        if (ArchiveManifest.Rruff.Find(archive.Name) is { } pinned && pinned.Sha256 == archive.Sha256)
            return pinned.Files;
        try
        {
            return new SpectrumCounts(Path.Combine(Typed.Store, "counts")).Of(archive.Sha256, () =>
            {
                using var opened = SpectrumArchive.Open(archive.Path, Parameters.Raw.Limits);
                return opened.ListMembers().Count(member => member.Kind == MemberKind.Spectrum);
            });
        }
        catch (InvalidDataException)
        {
            // Stage 01 says what is wrong with it.
            return 0;
        }
    }

    private sealed class Megabytes(IProgress<StageProgress> progress) : IProgress<DownloadProgress>
    {
        private const double Bytes = 1e6;

        public void Report(DownloadProgress value) => progress.Report(new StageProgress(
            $"{value.Archive} from {value.Host}", (long)(value.Bytes / Bytes), (long)Math.Ceiling(value.TotalBytes / Bytes), "MB"));
    }
}
