using System.Net.Http.Headers;

namespace RruffGeo.Spectra;

/// <summary>The bytes of an archive that came so far, and what the server said of the whole; both outlive the process.</summary>
/// <param name="path">Where the bytes are; <c>.origin</c> beside it has address and validator.</param>
internal sealed class PartialDownload(string path)
{
    private string OriginPath => path + ".origin";

    public string Path => path;

    /// <summary>Bytes that are here; 0 if nothing is.</summary>
    public long Length => File.Exists(path) ? new FileInfo(path).Length : 0;

    /// <summary>By what <paramref name="address"/> can tell that it still has the file these bytes are of; null if it gave nothing.</summary>
    public RangeConditionHeaderValue? ConditionFor(Uri address)
    {
        if (!File.Exists(OriginPath) || File.ReadAllLines(OriginPath) is not [var from, var validator] || from != address.AbsoluteUri)
            return null;
        return RangeConditionHeaderValue.TryParse(validator, out var condition) ? condition : null;
    }

    /// <summary>Begins anew: forgets the bytes, notes where the next ones come from.</summary>
    public void Begin(Uri address, HttpResponseMessage response)
    {
        Discard();
        // A weak tag does not promise equal bytes.
        var validator = response.Headers.ETag is { IsWeak: false } tag ? tag.ToString()
            : response.Content.Headers.LastModified is { } date ? date.ToString("r") : "";
        File.WriteAllLines(OriginPath, [address.AbsoluteUri, validator]);
    }

    /// <summary>Opens the bytes to read them and to add more; what is written reaches the system at once.</summary>
    public FileStream Open() => new(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.Read, bufferSize: 0, FileOptions.Asynchronous);

    /// <summary>Forgets the bytes.</summary>
    public void Discard()
    {
        File.Delete(path);
        File.Delete(OriginPath);
    }

    /// <summary>Gives the bytes away: they are complete.</summary>
    public void MoveTo(string target)
    {
        File.Move(path, target, overwrite: true);
        File.Delete(OriginPath);
    }
}
