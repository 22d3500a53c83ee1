using System.Reflection.Metadata;

namespace RruffGeo.Pipeline.Code;

/// <summary>Our assemblies together: who is who, and who derives from whom.</summary>
internal sealed class CodeBase : IDisposable
{
    private readonly SortedDictionary<string, OwnAssembly> assemblies = new(StringComparer.Ordinal);
    private readonly Dictionary<MetadataReader, OwnAssembly> byReader = [];
    private readonly Dictionary<OwnType, List<OwnType>> subtypes = [];
    private readonly Dictionary<OwnType, ILookup<string, OwnMethod>> methods = [];
    private readonly Dictionary<(OwnAssembly, EntityHandle), OwnType?> foundTypes = [];
    private readonly Dictionary<(OwnAssembly, EntityHandle), OwnMethod?> foundMethods = [];
    private readonly Dictionary<OwnMethod, string> signatures = [];
    private readonly SignatureTypes plain;

    private CodeBase() => plain = new(this, type => type.Assembly.FullNameOf(type.Handle), _ => { }, _ => { });

    /// <summary>Our assemblies, by name.</summary>
    internal IReadOnlyDictionary<string, OwnAssembly> Assemblies => assemblies;

    /// <summary>Reads the assemblies at <paramref name="paths"/>.</summary>
    internal static CodeBase Open(IEnumerable<string> paths)
    {
        var code = new CodeBase();
        foreach (var path in paths.Order(StringComparer.Ordinal))
        {
            var assembly = OwnAssembly.Open(path);
            if (!code.assemblies.TryAdd(assembly.Name, assembly))
                throw new ArgumentException($"{path}: assembly '{assembly.Name}' is given twice.", nameof(paths));
            code.byReader.Add(assembly.Reader, assembly);
        }
        foreach (var assembly in code.assemblies.Values)
            foreach (var handle in assembly.Reader.TypeDefinitions)
                foreach (var parent in code.ParentsOf(new(assembly, handle)))
                    (code.subtypes.TryGetValue(parent, out var known) ? known : code.subtypes[parent] = []).Add(new(assembly, handle));
        return code;
    }

    internal OwnAssembly AssemblyOf(MetadataReader reader) => byReader[reader];

    /// <summary>The type of ours that a token stands for, without its generic arguments; null if it is not ours.</summary>
    internal OwnType? Find(OwnAssembly from, EntityHandle handle)
    {
        if (!foundTypes.TryGetValue((from, handle), out var type))
            foundTypes[(from, handle)] = type = handle.Kind switch
            {
                HandleKind.TypeDefinition => new(from, (TypeDefinitionHandle)handle),
                HandleKind.TypeReference => assemblies.TryGetValue(from.AssemblyOf((TypeReferenceHandle)handle), out var assembly)
                    ? assembly.FindType(from.FullNameOf((TypeReferenceHandle)handle)) : null,
                HandleKind.TypeSpecification => plain.Of(from, handle).Definition,
                _ => null,
            };
        return type;
    }

    /// <summary>The method of ours that a reference stands for, looked for in the type and the types it derives from; null if there is none.</summary>
    internal OwnMethod? FindMethod(OwnAssembly from, MemberReferenceHandle handle)
    {
        if (!foundMethods.TryGetValue((from, handle), out var method))
            foundMethods[(from, handle)] = method = FindMethod(from, from.Reader.GetMemberReference(handle));
        return method;
    }

    private OwnMethod? FindMethod(OwnAssembly from, MemberReference reference)
    {
        if (reference.Parent.Kind == HandleKind.MethodDefinition)
            return new(from, (MethodDefinitionHandle)reference.Parent);
        var name = from.Reader.GetString(reference.Name);
        var signature = SignatureTypes.TextOf(reference.DecodeMethodSignature(plain, null));
        for (var type = Find(from, reference.Parent); type is { } present; type = BaseOf(present))
            foreach (var method in MethodsOf(present)[name])
                if (SignatureOf(method) == signature)
                    return method;
        return null;
    }

    /// <summary>The field of ours that a reference stands for; null if there is none.</summary>
    internal OwnField? FindField(OwnAssembly from, MemberReference reference)
    {
        var name = from.Reader.GetString(reference.Name);
        for (var type = Find(from, reference.Parent); type is { } present; type = BaseOf(present))
            foreach (var handle in present.Definition.GetFields())
                if (present.Assembly.Reader.StringComparer.Equals(present.Assembly.Reader.GetFieldDefinition(handle).Name, name))
                    return new(present.Assembly, handle);
        return null;
    }

    /// <summary>Methods of a type by name.</summary>
    internal ILookup<string, OwnMethod> MethodsOf(OwnType type)
    {
        if (!methods.TryGetValue(type, out var found))
            methods[type] = found = type.Definition.GetMethods().Select(handle => new OwnMethod(type.Assembly, handle))
                .ToLookup(method => type.Assembly.Reader.GetString(method.Definition.Name), StringComparer.Ordinal);
        return found;
    }

    /// <summary>All types of ours that derive from or implement <paramref name="type"/>, near or far, in the order of their names.</summary>
    internal IEnumerable<OwnType> SubtypesOf(OwnType type)
    {
        var found = new HashSet<OwnType>();
        var open = new Stack<OwnType>([type]);
        while (open.TryPop(out var next))
            foreach (var subtype in subtypes.GetValueOrDefault(next, []))
                if (found.Add(subtype))
                    open.Push(subtype);
        return found.OrderBy(each => each.Assembly.FullNameOf(each.Handle), StringComparer.Ordinal).ThenBy(each => each.Assembly.Name, StringComparer.Ordinal);
    }

    /// <summary>The class of ours that <paramref name="type"/> derives from; null if that is not ours.</summary>
    internal OwnType? BaseOf(OwnType type) => type.Definition.BaseType is { IsNil: false } handle ? Find(type.Assembly, handle) : null;

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var assembly in assemblies.Values)
            assembly.Dispose();
    }

    private string SignatureOf(OwnMethod method)
    {
        if (!signatures.TryGetValue(method, out var signature))
            signatures[method] = signature = SignatureTypes.TextOf(method.Definition.DecodeSignature(plain, null));
        return signature;
    }

    private IEnumerable<OwnType> ParentsOf(OwnType type)
    {
        if (BaseOf(type) is { } derivedFrom)
            yield return derivedFrom;
        foreach (var handle in type.Definition.GetInterfaceImplementations())
            if (Find(type.Assembly, type.Assembly.Reader.GetInterfaceImplementation(handle).Interface) is { } contract)
                yield return contract;
    }
}
