namespace RruffGeo.Build.Tests;

/// <summary>A store in which corpus and spectra are made once for all tests of live geocoding.</summary>
public sealed class SharedStore : IDisposable
{
    public DirectoryInfo Folder { get; } = Directory.CreateTempSubdirectory("rruffgeo-live-store-");

    public void Dispose() => Folder.Delete(recursive: true);
}
