using System.Text;
using RruffGeo.Pipeline.Publication;

namespace RruffGeo.Build.Publishing;

/// <summary><c>SHA256SUMS</c>: a line a file, as <c>sha256sum --check</c> reads it.</summary>
internal static class Checksums
{
    private const int DigestLength = 64;
    private const int Shown = 80;
    private const string Expected = "expected 64 lower-case hexadecimal digits, two spaces and a path inside the bundle, each once";

    /// <summary>The file for <paramref name="files"/>, in ordinal order of their paths.</summary>
    public static BundleFile Of(IEnumerable<BundleFile> files) => BundleFile.OfText(
        BundleNames.Checksums, string.Concat(files.OrderBy(file => file.Path, StringComparer.Ordinal).Select(file => $"{file.Sha256}  {file.Path}\n")));

    /// <summary>Digests by path.</summary>
    /// <exception cref="InvalidDataException">A line is not as it should be.</exception>
    public static SortedDictionary<string, string> Parse(byte[] content)
    {
        string text;
        try
        {
            text = new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(content);
        }
        catch (DecoderFallbackException)
        {
            throw new InvalidDataException($"{BundleNames.Checksums} is no UTF-8 text.");
        }

        var digests = new SortedDictionary<string, string>(StringComparer.Ordinal);
        var lines = text.Split('\n');
        if (lines[^1].Length > 0)
            throw Strange(lines.Length, lines[^1], "the last line has no end");
        for (var i = 0; i < lines.Length - 1; i++)
        {
            var line = lines[i];
            if (line.Length <= DigestLength + 2 || !RunRecords.IsDigest(line[..DigestLength]) || line[DigestLength..(DigestLength + 2)] != "  "
                || line[(DigestLength + 2)..] is var path && (!RunRecords.IsSafePath(path) || path == BundleNames.Checksums))
                throw Strange(i + 1, line, Expected);
            if (!digests.TryAdd(line[(DigestLength + 2)..], line[..DigestLength]))
                throw Strange(i + 1, line, "this path stood above already");
        }

        return digests;
    }

    private static InvalidDataException Strange(int number, string line, string fault) =>
        new($"{BundleNames.Checksums}, line {number}: {fault}, but found '{BundleReader.Printable(line.Length > Shown ? line[..Shown] + "…" : line)}'.");
}
