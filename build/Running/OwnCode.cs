using RruffGeo.Pipeline;

namespace RruffGeo.Build.Running;

/// <summary>The assemblies whose code belongs in keys: all of ours but the host.</summary>
internal static class OwnCode
{
    /// <summary>Prepares to digest stages' functions.</summary>
    /// <param name="store">Where digests are kept.</param>
    public static CodeIdentity Open(PipelineStore store) => CodeIdentity.Open([.. PathsIn(AppContext.BaseDirectory)], store);

    /// <summary>The assemblies among the files of <paramref name="folder"/>.</summary>
    public static IEnumerable<string> PathsIn(string folder) => Directory.EnumerateFiles(folder, "RruffGeo.*.dll")
        .Where(path => Path.GetFileName(path) is not ("RruffGeo.Build.dll" or "RruffGeo.TorchLoading.dll"))
        .Where(path => !path.EndsWith(".Tests.dll", StringComparison.Ordinal));
}
