using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using System.Reflection.PortableExecutable;

namespace RruffGeo.Pipeline.Code;

/// <summary>One of our assemblies, read as data.</summary>
internal sealed class OwnAssembly : IDisposable
{
    private readonly PEReader image;
    private readonly Dictionary<string, TypeDefinitionHandle> types = new(StringComparer.Ordinal);

    private HashSet<string>? texts;

    private OwnAssembly(PEReader image)
    {
        this.image = image;
        Reader = image.GetMetadataReader();
        Name = Reader.GetString(Reader.GetAssemblyDefinition().Name);
        foreach (var handle in Reader.TypeDefinitions)
            types[FullNameOf(handle)] = handle;
    }

    /// <summary>All texts that stand in the assembly's code.</summary>
    internal IReadOnlySet<string> Texts => texts ??= ReadTexts();

    /// <summary>The metadata tables.</summary>
    internal MetadataReader Reader { get; }

    /// <summary>Simple name, without version.</summary>
    internal string Name { get; }

    /// <summary>Identity of this build.</summary>
    internal Guid BuildId => Reader.GetGuid(Reader.GetModuleDefinition().Mvid);

    /// <summary>Reads the assembly at <paramref name="path"/>.</summary>
    /// <exception cref="InvalidDataException">The file is no .NET assembly.</exception>
    internal static OwnAssembly Open(string path)
    {
        var image = new PEReader(new MemoryStream(File.ReadAllBytes(path)), PEStreamOptions.PrefetchEntireImage);
        try
        {
            return new(image);
        }
        catch (Exception error) when (error is BadImageFormatException or InvalidOperationException)
        {
            image.Dispose();
            throw new InvalidDataException($"{path}: not a .NET assembly ({error.Message}). Build again.", error);
        }
    }

    /// <summary>The type with this name, as <see cref="FullNameOf(TypeDefinitionHandle)"/> writes it; null if there is none.</summary>
    internal OwnType? FindType(string fullName) => types.TryGetValue(fullName, out var handle) ? new(this, handle) : null;

    /// <summary>Namespace and name, nested types after a plus sign.</summary>
    internal string FullNameOf(TypeDefinitionHandle handle)
    {
        var type = Reader.GetTypeDefinition(handle);
        var name = Reader.GetString(type.Name);
        if (type.GetDeclaringType() is { IsNil: false } outer)
            return $"{FullNameOf(outer)}+{name}";
        return type.Namespace.IsNil ? name : $"{Reader.GetString(type.Namespace)}.{name}";
    }

    /// <inheritdoc cref="FullNameOf(TypeDefinitionHandle)"/>
    internal string FullNameOf(TypeReferenceHandle handle)
    {
        var type = Reader.GetTypeReference(handle);
        var name = Reader.GetString(type.Name);
        if (type.ResolutionScope.Kind == HandleKind.TypeReference)
            return $"{FullNameOf((TypeReferenceHandle)type.ResolutionScope)}+{name}";
        return type.Namespace.IsNil ? name : $"{Reader.GetString(type.Namespace)}.{name}";
    }

    /// <summary>Simple name of the assembly that a referenced type is said to be in.</summary>
    internal string AssemblyOf(TypeReferenceHandle handle)
    {
        var scope = Reader.GetTypeReference(handle).ResolutionScope;
        return scope.Kind switch
        {
            HandleKind.TypeReference => AssemblyOf((TypeReferenceHandle)scope),
            HandleKind.AssemblyReference => Reader.GetString(Reader.GetAssemblyReference((AssemblyReferenceHandle)scope).Name),
            _ => Name,
        };
    }

    /// <summary>The instructions of a method; null if it has none.</summary>
    internal MethodBodyBlock? BodyOf(MethodDefinition method) =>
        method.RelativeVirtualAddress != 0 && (method.ImplAttributes & MethodImplAttributes.CodeTypeMask) == MethodImplAttributes.IL
            ? image.GetMethodBody(method.RelativeVirtualAddress) : null;

    /// <summary>Bytes compiled into the assembly as the initial value of a field.</summary>
    /// <param name="address">Where they start.</param>
    /// <param name="size">How many, or fewer at the end of the section.</param>
    internal byte[] DataAt(int address, int size)
    {
        var section = image.GetSectionData(address);
        return [.. section.GetContent(0, Math.Min(size, section.Length))];
    }

    /// <summary>Embedded resources by name.</summary>
    internal IEnumerable<(string Name, byte[] Bytes)> Resources()
    {
        var start = image.PEHeaders.CorHeader!.ResourcesDirectory.RelativeVirtualAddress;
        foreach (var handle in Reader.ManifestResources)
        {
            var resource = Reader.GetManifestResource(handle);
            if (!resource.Implementation.IsNil)
                continue;
            var length = BitConverter.ToInt32(DataAt(start + (int)resource.Offset, sizeof(int)));
            yield return (Reader.GetString(resource.Name), DataAt(start + (int)resource.Offset + sizeof(int), length));
        }
    }

    /// <inheritdoc/>
    public void Dispose() => image.Dispose();

    private HashSet<string> ReadTexts()
    {
        var found = new HashSet<string>(StringComparer.Ordinal);
        for (var handle = Reader.GetNextHandle(MetadataTokens.UserStringHandle(0)); !handle.IsNil; handle = Reader.GetNextHandle(handle))
            found.Add(Reader.GetUserString(handle));
        return found;
    }
}
