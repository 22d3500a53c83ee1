using System.Globalization;
using System.Reflection;
using System.Reflection.Metadata.Ecma335;
using RruffGeo.Pipeline.Code;
using RruffGeo.Pipeline.Files;
using RruffGeo.Pipeline.Keys;

namespace RruffGeo.Pipeline;

/// <summary>Digests the code that a function may run: all of ours that it reaches, and the packages that this uses.</summary>
/// <remarks>
/// Comments, names of locals, the order of members and code that is not reached do not count. When in doubt more counts than needed. Digests are
/// kept in the store; while no assembly changes on disk none is read. Safe to share between threads.
/// </remarks>
public sealed class CodeIdentity : IDisposable
{
    private const string Domain = "codeindex/v1";
    private readonly Lock gate = new();
    private readonly IReadOnlyList<string> ownPaths;
    private readonly Dictionary<string, string> neighbours;
    private readonly string folder;
    private readonly string indexPath;
    private readonly Dictionary<string, string> index;
    private CodeBase? code;

    private CodeIdentity(IReadOnlyList<string> ownPaths, Dictionary<string, string> neighbours, string folder)
    {
        this.ownPaths = ownPaths;
        this.neighbours = neighbours;
        this.folder = folder;
        indexPath = Path.Combine(folder, $"index-{Fingerprint()}.txt");
        index = File.Exists(indexPath) ? Parse(File.ReadAllLines(indexPath)) : [];
    }

    /// <summary>Prepares to digest functions of <paramref name="ownAssemblyPaths"/>.</summary>
    /// <param name="ownAssemblyPaths">Files of all assemblies whose code is ours, such as every <c>RruffGeo.*.dll</c> that holds stages or what they use.</param>
    /// <param name="store">Where digests are kept.</param>
    /// <exception cref="PipelineStoreException">The store or an assembly cannot be read.</exception>
    public static CodeIdentity Open(IReadOnlyList<string> ownAssemblyPaths, PipelineStore store) => StoreGuard.At(store.Root, () =>
    {
        var paths = ownAssemblyPaths.Select(Path.GetFullPath).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToList();
        var neighbours = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var beside in paths.Select(path => Path.GetDirectoryName(path)!).Distinct(StringComparer.Ordinal))
            foreach (var file in Directory.EnumerateFiles(beside, "*.dll"))
                neighbours[Path.GetFileNameWithoutExtension(file)] = file;
        Directory.CreateDirectory(store.CodeFolder);
        return new CodeIdentity(paths, neighbours, store.CodeFolder);
    });

    /// <summary>Digest of the code that <paramref name="stageFunction"/> may run, lower-case hex.</summary>
    /// <param name="stageFunction">A method of one of our assemblies, such as <c>((Delegate)GeocodeLocalities.Run).Method</c>.</param>
    /// <exception cref="ArgumentException">The method is in no assembly given to <see cref="Open"/>, or that was built again since it was loaded.</exception>
    public string DigestOf(MethodInfo stageFunction)
    {
        var module = stageFunction.Module;
        return DigestOf(
            string.Create(CultureInfo.InvariantCulture, $"{module.Assembly.GetName().Name} {module.ModuleVersionId} {stageFunction.MetadataToken:x8}"),
            ours => ours.Assemblies.TryGetValue(module.Assembly.GetName().Name!, out var assembly) && assembly.BuildId == module.ModuleVersionId
                ? new(assembly, MetadataTokens.MethodDefinitionHandle(stageFunction.MetadataToken))
                : throw new ArgumentException($"{stageFunction.DeclaringType}.{stageFunction.Name} is not in the assemblies given, as they are on disk.", nameof(stageFunction)));
    }

    /// <summary>What could not be followed when <paramref name="digest"/> was made, for people; empty as a rule.</summary>
    public IReadOnlyList<string> NotesOf(string digest) => [.. ReportOf(folder, digest)?.Notes ?? []];

    /// <inheritdoc/>
    public void Dispose() => code?.Dispose();

    /// <summary>The report that was kept for a digest; null if there is none.</summary>
    internal static CodeReport? ReportOf(string folder, string digest)
    {
        var path = Path.Combine(folder, $"{digest}.txt");
        return FileDigest.IsDigest(digest) && File.Exists(path) ? CodeReport.Parse(File.ReadAllText(path)) : null;
    }

    private string DigestOf(string method, Func<CodeBase, OwnMethod> find)
    {
        lock (gate)
        {
            if (index.TryGetValue(method, out var known) && File.Exists(Path.Combine(folder, $"{known}.txt")))
                return known;
            return StoreGuard.At(folder, () =>
            {
                code ??= CodeBase.Open(ownPaths);
                var report = CodeReport.Of(code, new(neighbours), find(code));
                var digest = report.Digest();
                Write(Path.Combine(folder, $"{digest}.txt"), report.Format());
                index[method] = digest;
                Write(indexPath, string.Concat(index.OrderBy(entry => entry.Key, StringComparer.Ordinal).Select(entry => $"{entry.Key}\t{entry.Value}\n")));
                return digest;
            });
        }
    }

    private string Fingerprint()
    {
        using var hash = new CanonicalHash(Domain);
        hash.Add(typeof(CodeIdentity).Module.ModuleVersionId.ToString());
        foreach (var path in ownPaths)
            hash.Add(path);
        foreach (var name in neighbours.Keys.Order(StringComparer.Ordinal))
        {
            hash.Add(neighbours[name]);
            hash.Add(FileStamp.Of(neighbours[name]).ToString()!);
        }
        return hash.Finish();
    }

    private static Dictionary<string, string> Parse(IEnumerable<string> lines) =>
        lines.Select(line => line.Split('\t')).Where(fields => fields.Length == 2 && FileDigest.IsDigest(fields[1]))
            .GroupBy(fields => fields[0], StringComparer.Ordinal).ToDictionary(same => same.Key, same => same.Last()[1], StringComparer.Ordinal);

    private static void Write(string path, string text)
    {
        var partial = string.Create(CultureInfo.InvariantCulture, $"{path}.{Environment.ProcessId}.partial");
        File.WriteAllText(partial, text);
        File.Move(partial, path, overwrite: true);
    }
}
