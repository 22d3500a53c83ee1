using System.Collections.Immutable;
using System.Globalization;

namespace RruffGeo.Spectra;

/// <summary>What a set of archives is beside the known ones: which are missing, which have other bytes, and what share of RRUFF it holds.</summary>
/// <param name="Manifest">The known archives.</param>
/// <param name="Entries">One for each known archive, in the manifest's order.</param>
/// <param name="Strangers">File names that no known archive has.</param>
public sealed record ArchiveCoverage(ArchiveManifest Manifest, ImmutableArray<CoveredArchive> Entries, ImmutableArray<string> Strangers)
{
    /// <summary>Files of the known archives that are here. Of an archive with other bytes, no more than the pinned one has: they may not be the same files.</summary>
    public int Files => Entries.Sum(entry => Math.Min(entry.Files, entry.Pinned.Files));

    /// <summary><see cref="Files"/> beside the files of all known archives, 0 to 1.</summary>
    public double Share => (double)Files / Manifest.Files;

    /// <summary>Compares archives with the known ones.</summary>
    /// <param name="manifest">The known archives.</param>
    /// <param name="archives">File name, digest and number of spectrum files of each.</param>
    public static ArchiveCoverage Of(ArchiveManifest manifest, IEnumerable<(string Name, string Sha256, int Files)> archives)
    {
        var here = archives.ToLookup(archive => manifest.Find(archive.Name)?.Name, StringComparer.Ordinal);
        return new ArchiveCoverage(
            manifest,
            [.. manifest.Archives.Select(pinned => Compare(pinned, [.. here[pinned.Name]]))],
            [.. here[null].Select(archive => archive.Name)]);
    }

    /// <summary>What a person should know, a sentence each.</summary>
    public ImmutableArray<string> ToSentences()
    {
        var sentences = ImmutableArray.CreateBuilder<string>();
        sentences.Add(string.Create(CultureInfo.InvariantCulture,
            $"{Entries.Count(entry => entry.State != ArchiveState.Missing)} of the {Entries.Length} known archives of RRUFF, {Files:N0} of their {Manifest.Files:N0} files ({100 * Share:0.0} %)."));
        Add("Missing", Named(ArchiveState.Missing));
        Add("Not the pinned archives", Named(ArchiveState.Other));
        Add("Not known", Strangers);
        return sentences.ToImmutable();

        void Add(string what, IEnumerable<string> names)
        {
            if (string.Join(", ", names) is { Length: > 0 } list)
                sentences.Add($"{what}: {list}.");
        }

        IEnumerable<string> Named(ArchiveState state) => Entries.Where(entry => entry.State == state).Select(entry => entry.Pinned.Name);
    }

    private static CoveredArchive Compare(PinnedArchive pinned, IReadOnlyList<(string Name, string Sha256, int Files)> here) =>
        here.Count == 0 ? new CoveredArchive(pinned, ArchiveState.Missing, "", 0)
        : new CoveredArchive(
            pinned, here.All(archive => archive.Sha256 == pinned.Sha256) ? ArchiveState.Pinned : ArchiveState.Other,
            here[0].Sha256, here.Max(archive => archive.Files));
}

/// <summary>A known archive and what is here under its name.</summary>
/// <param name="Pinned">The known archive.</param>
/// <param name="State">What is here.</param>
/// <param name="Sha256">Digest of what is here; empty if nothing is.</param>
/// <param name="Files">Spectrum files of what is here.</param>
public sealed record CoveredArchive(PinnedArchive Pinned, ArchiveState State, string Sha256, int Files);

/// <summary>What is here of a known archive.</summary>
public enum ArchiveState
{
    /// <summary>Nothing.</summary>
    Missing,

    /// <summary>The very bytes that were pinned.</summary>
    Pinned,

    /// <summary>An archive of that name with other bytes: another vintage, or a part.</summary>
    Other,
}
