using RruffGeo.TorchLoading;

// Called by TorchLoading.targets: LIBRARY is the package's libLibTorchSharp.so, FOLDER receives verdict.txt and, where one is
// needed, a copy of LIBRARY that loads. LIBRARY itself is never written to: it may be the package cache's own file.
if (args is not [var library, var folder])
{
    Console.Error.WriteLine("Usage: RruffGeo.TorchLoading LIBRARY FOLDER");
    return 2;
}

try
{
    Console.WriteLine(LoadableCopy.Prepare(library, folder, SystemRuntime.Find()));
    return 0;
}
catch (Exception error) when (error is IOException or InvalidDataException or UnauthorizedAccessException)
{
    Console.Error.WriteLine($"TorchLoading : error : {error.Message}");
    return 1;
}
