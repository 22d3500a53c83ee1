using System.Globalization;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace RruffGeo.Pipeline.Code;

/// <summary>The assemblies that lie beside ours and came with packages; the framework lies elsewhere.</summary>
/// <param name="files">Paths of the files by simple name.</param>
internal sealed class PackageAssemblies(IReadOnlyDictionary<string, string> files)
{
    /// <summary>Name, version and build of each package assembly among <paramref name="names"/> and of those it refers to, near or far.</summary>
    internal SortedDictionary<string, string> VersionsOf(IEnumerable<string> names)
    {
        var versions = new SortedDictionary<string, string>(StringComparer.Ordinal);
        var open = new Stack<string>(names);
        while (open.TryPop(out var name))
            if (!versions.ContainsKey(name) && files.TryGetValue(name, out var path))
            {
                using var image = new PEReader(File.OpenRead(path));
                if (!image.HasMetadata)
                    continue;
                var reader = image.GetMetadataReader();
                versions[name] = string.Create(CultureInfo.InvariantCulture, $"{reader.GetAssemblyDefinition().Version} {reader.GetGuid(reader.GetModuleDefinition().Mvid)}");
                foreach (var handle in reader.AssemblyReferences)
                    open.Push(reader.GetString(reader.GetAssemblyReference(handle).Name));
            }
        return versions;
    }
}
