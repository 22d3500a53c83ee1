using System.Collections.Concurrent;
using System.Reflection;
using System.Security.Cryptography;

namespace RruffGeo.Build.Running;

/// <summary>Digest of the code a stage reaches: its own assembly and all of ours that it refers to.</summary>
internal static class CodeDigests
{
    private static readonly ConcurrentDictionary<Assembly, string> Cache = new();

    /// <summary>Lower-case hex.</summary>
    public static string Of(MethodInfo function) => Cache.GetOrAdd(function.Module.Assembly, static assembly =>
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var part in Closure(assembly).OrderBy(part => part.GetName().Name, StringComparer.Ordinal))
            hash.AppendData(SHA256.HashData(File.ReadAllBytes(part.Location)));
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    });

    private static HashSet<Assembly> Closure(Assembly assembly)
    {
        var reached = new HashSet<Assembly>();
        var open = new Stack<Assembly>([assembly]);
        while (open.TryPop(out var next))
            if (reached.Add(next))
                foreach (var name in next.GetReferencedAssemblies().Where(name => name.Name!.StartsWith("RruffGeo.", StringComparison.Ordinal)))
                    open.Push(Assembly.Load(name));
        return reached;
    }
}
