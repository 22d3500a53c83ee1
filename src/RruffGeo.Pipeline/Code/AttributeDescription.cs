using System.Collections.Immutable;
using System.Reflection.Metadata;

namespace RruffGeo.Pipeline.Code;

/// <summary>Writes down attributes; a type named in one may be looked through by whoever reads the attribute.</summary>
internal sealed class AttributeDescription(Reach reach) : ICustomAttributeTypeProvider<SignatureType>
{
    /// <summary>Which attributes count.</summary>
    internal enum Kept
    {
        /// <summary>All but those that only compilers and debuggers read.</summary>
        All,

        /// <summary>As <see cref="All"/>, without nullability: its form on a type depends on members that nobody reads.</summary>
        Meaningful,
    }

    /// <summary>Writes the attributes of one thing.</summary>
    internal void Write(OwnAssembly assembly, CustomAttributeHandleCollection handles, Kept kept, NodeText text)
    {
        foreach (var handle in handles)
        {
            var attribute = assembly.Reader.GetCustomAttribute(handle);
            var name = TypeOf(assembly, attribute).Text;
            if (IsLeftOut(name, kept))
                continue;
            text.Add(name);
            text.Add(assembly.Reader.GetBlobBytes(attribute.Value));
            if (TypeOf(assembly, attribute).Definition is { } own)
                reach.Look(own);
            LookAtTypesIn(attribute, name);
        }
    }

    public SignatureType GetPrimitiveType(PrimitiveTypeCode typeCode) => SignatureType.Foreign(typeCode.ToString());

    public SignatureType GetSystemType() => SignatureType.Foreign("System.Type");

    public SignatureType GetSZArrayType(SignatureType elementType) => elementType.Decorated("[]");

    public SignatureType GetTypeFromDefinition(MetadataReader reader, TypeDefinitionHandle handle, byte rawTypeKind) =>
        reach.Signatures.GetTypeFromDefinition(reader, handle, rawTypeKind);

    public SignatureType GetTypeFromReference(MetadataReader reader, TypeReferenceHandle handle, byte rawTypeKind) =>
        reach.Signatures.GetTypeFromReference(reader, handle, rawTypeKind);

    public SignatureType GetTypeFromSerializedName(string name)
    {
        var comma = name.IndexOf(',', StringComparison.Ordinal);
        var type = comma < 0 ? name : name[..comma];
        foreach (var assembly in reach.Code.Assemblies.Values)
            if (assembly.FindType(type) is { } own)
                return new(reach.Mention(own), own, [own]);
        return SignatureType.Foreign(type);
    }

    public PrimitiveTypeCode GetUnderlyingEnumType(SignatureType type)
    {
        if (type.Definition is { } own)
            foreach (var handle in own.Definition.GetFields())
                if (own.Assembly.Reader.StringComparer.Equals(own.Assembly.Reader.GetFieldDefinition(handle).Name, "value__")
                    && Enum.TryParse(own.Assembly.Reader.GetFieldDefinition(handle).DecodeSignature(reach.Signatures, null).Text, out PrimitiveTypeCode code))
                    return code;
        return PrimitiveTypeCode.Int32;
    }

    public bool IsSystemType(SignatureType type) => type.Text == "System.Type";

    private static bool IsLeftOut(string name, Kept kept) =>
        name.StartsWith("System.Diagnostics.", StringComparison.Ordinal)
        || name is "System.Runtime.CompilerServices.CompilerGeneratedAttribute" or "System.Runtime.CompilerServices.AsyncStateMachineAttribute"
            or "System.Runtime.CompilerServices.IteratorStateMachineAttribute" or "System.Runtime.CompilerServices.AsyncIteratorStateMachineAttribute"
        || (kept == Kept.Meaningful && name.Contains(".Nullable", StringComparison.Ordinal));

    private SignatureType TypeOf(OwnAssembly assembly, CustomAttribute attribute) => attribute.Constructor.Kind == HandleKind.MemberReference
        ? reach.Signatures.Of(assembly, assembly.Reader.GetMemberReference((MemberReferenceHandle)attribute.Constructor).Parent)
        : reach.Signatures.Of(assembly, assembly.Reader.GetMethodDefinition((MethodDefinitionHandle)attribute.Constructor).GetDeclaringType());

    private void LookAtTypesIn(CustomAttribute attribute, string name)
    {
        try
        {
            var value = attribute.DecodeValue(this);
            foreach (var argument in value.FixedArguments)
                LookAt(argument.Value);
            foreach (var argument in value.NamedArguments)
                LookAt(argument.Value);
        }
        catch (BadImageFormatException)
        {
            // Its bytes count in any case; only types it names, if any, are not followed.
            reach.Notes.Add($"attribute {name} is not understood: types it names are not followed");
        }
    }

    private void LookAt(object? value)
    {
        if (value is SignatureType type)
            foreach (var mention in type.Mentions)
                reach.Look(mention);
        else if (value is ImmutableArray<CustomAttributeTypedArgument<SignatureType>> items)
            foreach (var item in items)
                LookAt(item.Value);
    }
}
