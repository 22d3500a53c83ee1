using System.Collections.Immutable;
using System.Text.Json;

namespace RruffGeo.Spectra;

/// <summary>The archives that are known, where they lie, and the bytes they should have.</summary>
/// <param name="Vintage">When they were pinned.</param>
/// <param name="Addresses">Folders on servers, each with a slash at its end, in the order of asking.</param>
/// <param name="Archives">Ordinal order of the names.</param>
public sealed record ArchiveManifest(string Vintage, ImmutableArray<Uri> Addresses, ImmutableArray<PinnedArchive> Archives)
{
    /// <summary>Selects the high-resolution archives.</summary>
    public const string HighResolution = "high-resolution";

    /// <summary>Selects all archives.</summary>
    public const string All = "all";

    private static readonly Lazy<ArchiveManifest> Embedded = new(ReadEmbedded);

    /// <summary>The eight archives of RRUFF that hold Raman spectra (<c>archives.json</c>).</summary>
    public static ArchiveManifest Rruff => Embedded.Value;

    /// <summary>Spectrum files of all archives.</summary>
    public int Files => Archives.Sum(archive => archive.Files);

    /// <summary>The archive of that name, with or without <c>.zip</c>, in any case; null if none is known.</summary>
    public PinnedArchive? Find(string name) => Archives.FirstOrDefault(archive =>
        archive.Name.Equals(name, StringComparison.OrdinalIgnoreCase) || archive.Name.Equals($"{name}.zip", StringComparison.OrdinalIgnoreCase));

    /// <summary>The archives that <paramref name="choice"/> names.</summary>
    /// <param name="choice"><see cref="HighResolution"/>, <see cref="All"/>, or names separated by commas.</param>
    /// <exception cref="ArgumentException">A name is not known.</exception>
    public ImmutableArray<PinnedArchive> Select(string choice) => choice.Trim().ToLowerInvariant() switch
    {
        All => Archives,
        HighResolution => [.. Archives.Where(archive => archive.Resolution == SpectralResolution.High)],
        _ => [.. choice.Split(',', StringSplitOptions.TrimEntries).Select(Known).Distinct().OrderBy(archive => archive.Name, StringComparer.Ordinal)],
    };

    /// <summary>Reads a manifest from JSON with comments, as in <c>archives.json</c>.</summary>
    /// <exception cref="JsonException">The text is no JSON.</exception>
    /// <exception cref="FormatException">A digest has not 64 hexadecimal digits, or counts contradict each other.</exception>
    public static ArchiveManifest Parse(string json)
    {
        using var document = JsonDocument.Parse(json, new JsonDocumentOptions { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true });
        var root = document.RootElement;
        return new ArchiveManifest(
            Text(root, "vintage"),
            [.. root.GetProperty("addresses").EnumerateArray().Select(address => new Uri(address.GetString()!))],
            [.. root.GetProperty("archives").EnumerateArray().Select(Archive).OrderBy(archive => archive.Name, StringComparer.Ordinal)]);
    }

    private static PinnedArchive Archive(JsonElement entry)
    {
        var archive = new PinnedArchive
        {
            Name = Text(entry, "name"),
            Resolution = Enum.Parse<SpectralResolution>(Text(entry, "resolution"), ignoreCase: true),
            Bytes = entry.GetProperty("bytes").GetInt64(),
            Sha256 = Text(entry, "sha256"),
            Files = entry.GetProperty("files").GetInt32(),
            RawFiles = entry.GetProperty("raw").GetInt32(),
            ProcessedFiles = entry.GetProperty("processed").GetInt32(),
        };
        return archive.Sha256.Length == 64 && archive.Sha256.All(char.IsAsciiHexDigitLower) && archive.Bytes > 0
            && archive.Files == archive.RawFiles + archive.ProcessedFiles
            ? archive
            : throw new FormatException($"{archive.Name}: expected 64 lower-case hexadecimal digits, bytes > 0 and files = raw + processed but found {entry}.");
    }

    private static string Text(JsonElement entry, string name) => entry.GetProperty(name).GetString()!;

    private static ArchiveManifest ReadEmbedded()
    {
        using var stream = typeof(ArchiveManifest).Assembly.GetManifestResourceStream("archives.json")!;
        using var reader = new StreamReader(stream);
        return Parse(reader.ReadToEnd());
    }

    private PinnedArchive Known(string name) => Find(name) ?? throw new ArgumentException(
        $"Expected {HighResolution}, {All} or names among {string.Join(", ", Archives.Select(archive => archive.Name))}, but found '{name}'.", nameof(name));
}
