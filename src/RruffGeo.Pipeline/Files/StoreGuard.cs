namespace RruffGeo.Pipeline.Files;

/// <summary>Turns what the operating system says about disks into one kind of error that names the path and the remedy.</summary>
internal static class StoreGuard
{
    private const int NoSpaceOnUnix = 28;
    private const int NoSpaceOnWindows = 0x70;
    private const int QuotaOnLinux = 122;

    /// <summary>Runs <paramref name="action"/>, which works below <paramref name="path"/>.</summary>
    /// <exception cref="PipelineStoreException">The disk refused.</exception>
    internal static T At<T>(string path, Func<T> action)
    {
        try
        {
            return action();
        }
        catch (Exception error) when (error is (IOException or UnauthorizedAccessException) and not (PipelineStoreException or InputChangedException))
        {
            throw Explain(path, error);
        }
    }

    /// <inheritdoc cref="At{T}"/>
    internal static void At(string path, Action action) => At(path, () =>
    {
        action();
        return 0;
    });

    /// <summary>True if the disk was full.</summary>
    internal static bool IsFullDisk(Exception error) =>
        error is IOException && (error.HResult & 0xffff) is NoSpaceOnUnix or NoSpaceOnWindows or QuotaOnLinux;

    /// <summary>The error to show for <paramref name="error"/>, which happened below <paramref name="path"/>.</summary>
    internal static PipelineStoreException Explain(string path, Exception error) => new(
        path,
        IsFullDisk(error)
            ? $"{path}: the disk is full. Free some room there or choose another place, then run again; finished stages are kept."
            : $"{path}: cannot be used ({error.Message.TrimEnd('.')}). Check that it is a folder that you may write to, then run again; finished stages are kept.",
        error);
}
