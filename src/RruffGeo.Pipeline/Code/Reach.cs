using System.Globalization;
using System.Reflection.Metadata;

namespace RruffGeo.Pipeline.Code;

/// <summary>Follows a method to everything of ours that it may run, and digests each part on its own.</summary>
/// <remarks>
/// A method is followed where it is named. A type that is mentioned brings what may run without being named: its static constructor, virtual and
/// interface methods, and its subtypes. A type that is a generic argument or in a <c>typeof</c> may be looked through by reflection: its fields,
/// properties, constructors and their attributes count too. Names that the compiler numbers are replaced by the place of first mention.
/// </remarks>
internal sealed class Reach
{
    private readonly Queue<(Action<NodeText> Describe, string Kind, string Name)> open = [];
    private readonly HashSet<(string Kind, object Entity)> seen = [];
    private readonly Dictionary<object, string> names = [];
    private readonly HashSet<OwnAssembly> assemblies = [];
    private readonly MethodDescription methodDescription;
    private readonly TypeDescription typeDescription;
    private string current = "";
    private int mentions;

    private Reach(CodeBase code)
    {
        Code = code;
        Signatures = new(code, Mention, Look, name => ForeignAssemblies.Add(name));
        methodDescription = new(this);
        typeDescription = new(this);
    }

    internal CodeBase Code { get; }

    /// <summary>Signatures as text; naming a type of ours there is a mention.</summary>
    internal SignatureTypes Signatures { get; }

    /// <summary>Digest of each part by name.</summary>
    internal SortedDictionary<string, string> Parts { get; } = new(StringComparer.Ordinal);

    /// <summary>Simple names of assemblies, not ours, that are used.</summary>
    internal SortedSet<string> ForeignAssemblies { get; } = new(StringComparer.Ordinal);

    /// <summary>What could not be followed and was replaced by more than may be needed.</summary>
    internal SortedSet<string> Notes { get; } = new(StringComparer.Ordinal);

    /// <summary>Set when the code reads embedded resources.</summary>
    internal bool ReadsResources { get; set; }

    /// <summary>Texts that stand in the code that is reached.</summary>
    internal HashSet<string> Texts { get; } = new(StringComparer.Ordinal);

    /// <summary>Follows <paramref name="root"/> to the end.</summary>
    internal static Reach From(CodeBase code, OwnMethod root)
    {
        var reach = new Reach(code);
        reach.Run(root);
        while (reach.open.TryDequeue(out var node))
        {
            (reach.current, reach.mentions) = (node.Name, 0);
            var text = new NodeText();
            text.Add(node.Kind);
            node.Describe(text);
            reach.Parts.Add($"{node.Kind} {node.Name}", text.Digest());
        }
        if (reach.ReadsResources)
            reach.AddResources();
        return reach;
    }

    /// <summary>A method may run.</summary>
    internal void Run(OwnMethod method)
    {
        if (seen.Add(("method", method)))
            open.Enqueue((text => methodDescription.Write(method, text), "method", NameOf(method)));
    }

    /// <summary>A virtual method is called: any override may run.</summary>
    internal void RunOverrides(OwnMethod method)
    {
        if (!seen.Add(("overrides", method)))
            return;
        var name = method.Assembly.Reader.GetString(method.Definition.Name);
        foreach (var subtype in Code.SubtypesOf(method.Type))
            for (OwnType? type = subtype; type is { } present && present != method.Type; type = Code.BaseOf(present))
                foreach (var candidate in Code.MethodsOf(present).Where(named => named.Key == name || named.Key.EndsWith("." + name, StringComparison.Ordinal)).SelectMany(named => named))
                    if (candidate.Definition.GetParameters().Count(IsRealParameter(candidate)) == method.Definition.GetParameters().Count(IsRealParameter(method)))
                        Run(candidate);
    }

    /// <summary>A type is mentioned; gives its name.</summary>
    internal string Mention(OwnType type)
    {
        var name = NameOf(type);
        if (seen.Add(("type", type)))
        {
            open.Enqueue((text => typeDescription.WriteType(type, text), "type", name));
            if (assemblies.Add(type.Assembly) && type.Assembly.FindType("<Module>") is { } module && Code.MethodsOf(module).Count > 0)
                Mention(module);
        }
        return name;
    }

    /// <summary>A type may be looked through by reflection.</summary>
    internal void Look(OwnType type)
    {
        var name = Mention(type);
        if ((!CompilerNames.IsMade(type) || CompilerNames.IsAnonymous(type)) && seen.Add(("members", type)))
            open.Enqueue((text => typeDescription.WriteMembers(type, text), "members", name));
    }

    /// <summary>Reflection that cannot be followed: everything in the assembly counts.</summary>
    internal void RunAll(OwnAssembly assembly, string reason)
    {
        Notes.Add(reason);
        if (!seen.Add(("assembly", assembly)))
            return;
        foreach (var type in assembly.Reader.TypeDefinitions.Select(handle => new OwnType(assembly, handle)))
        {
            Look(type);
            foreach (var method in type.Definition.GetMethods())
                Run(new(assembly, method));
        }
    }

    /// <summary>The name of a method: readable and the same whatever else is compiled beside it.</summary>
    internal string NameOf(OwnMethod method)
    {
        if (names.TryGetValue(method, out var known))
            return known;
        var name = method.Assembly.Reader.GetString(method.Definition.Name);
        return names[method] = CompilerNames.IsNumbered(name) ? NextName()
            : $"{NameOf(method.Type)}.{name} {SignatureTypes.TextOf(method.Definition.DecodeSignature(Signatures, null))}";
    }

    /// <inheritdoc cref="NameOf(OwnMethod)"/>
    internal string NameOf(OwnField field)
    {
        if (names.TryGetValue(field, out var known))
            return known;
        var name = field.Assembly.Reader.GetString(field.Definition.Name);
        var type = field.Type;
        return names[field] = CompilerNames.IsNumbered(name)
            || (CompilerNames.IsMade(type) && !CompilerNames.IsAnonymous(type) && !CompilerNames.IsConstantData(type))
                ? NextName() : $"{NameOf(type)}.{name}";
    }

    private string NameOf(OwnType type)
    {
        if (!names.TryGetValue(type, out var name))
            names[type] = name = NewNameOf(type);
        return name;
    }

    private string NewNameOf(OwnType type)
    {
        var simple = type.Assembly.Reader.GetString(type.Definition.Name);
        if (CompilerNames.IsNumbered(simple))
            return NextName();
        if (type.Definition.GetDeclaringType() is { IsNil: false } outer)
            return $"{NameOf(new OwnType(type.Assembly, outer))}+{simple}";
        var name = type.Assembly.FullNameOf(type.Handle);
        // Two assemblies may hold internal types of one name; those named as their assembly is cannot.
        return name.StartsWith(type.Assembly.Name + ".", StringComparison.Ordinal) ? name : $"{type.Assembly.Name}!{name}";
    }

    private string NextName() => string.Create(CultureInfo.InvariantCulture, $"{current}~{++mentions}");

    private static Func<ParameterHandle, bool> IsRealParameter(OwnMethod method) =>
        handle => method.Assembly.Reader.GetParameter(handle).SequenceNumber > 0;

    // A resource whose name is written out somewhere is read where it is written out; one whose name is put together may be read by any code that reads resources.
    private void AddResources()
    {
        foreach (var assembly in assemblies)
            foreach (var (name, bytes) in assembly.Resources())
            {
                if (!Texts.Contains(name) && assembly.Texts.Contains(name))
                    continue;
                var text = new NodeText();
                text.Add(bytes);
                Parts.Add($"resource {assembly.Name} {name}", text.Digest());
            }
    }
}
