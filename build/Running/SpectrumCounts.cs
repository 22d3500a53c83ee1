using System.Globalization;

namespace RruffGeo.Build.Running;

/// <summary>How many spectra archives hold, remembered by their digests: to list one anew, a run with nothing to do would spend as long as on all else.</summary>
/// <param name="folder">Where the numbers lie, a file each; made when the first is kept. What cannot be read or kept there is counted again.</param>
/// <remarks>The number is shown to people and decides nothing.</remarks>
internal sealed class SpectrumCounts(string folder)
{
    /// <summary>Spectra in the archive of that digest.</summary>
    /// <param name="sha256">The archive's digest, lower-case hex.</param>
    /// <param name="count">Counts them.</param>
    public int Of(string sha256, Func<int> count)
    {
        var path = Path.Combine(folder, sha256);
        try
        {
            if (int.TryParse(File.ReadAllText(path), NumberStyles.None, CultureInfo.InvariantCulture, out var known))
                return known;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            // Not counted yet.
        }

        var counted = count();
        try
        {
            Directory.CreateDirectory(folder);
            var draft = $"{path}.{Environment.ProcessId}";
            File.WriteAllText(draft, counted.ToString(CultureInfo.InvariantCulture));
            File.Move(draft, path, overwrite: true);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            // Counted again next time.
        }

        return counted;
    }
}
