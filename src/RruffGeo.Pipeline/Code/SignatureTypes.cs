using System.Collections.Immutable;
using System.Globalization;
using System.Reflection.Metadata;

namespace RruffGeo.Pipeline.Code;

/// <summary>A type as it stands in a signature.</summary>
/// <param name="Text">Its name, with generic arguments.</param>
/// <param name="Definition">The type, or the generic type, if it is ours.</param>
/// <param name="Mentions">All types of ours that occur in it.</param>
internal readonly record struct SignatureType(string Text, OwnType? Definition, ImmutableArray<OwnType> Mentions)
{
    internal static SignatureType Foreign(string text) => new(text, null, []);

    internal SignatureType Decorated(string suffix) => new(Text + suffix, null, Mentions);
}

/// <summary>Turns signatures into text.</summary>
/// <param name="code">Finds types of ours.</param>
/// <param name="nameOf">Names a type of ours.</param>
/// <param name="argument">Told each type of ours that is a generic argument.</param>
/// <param name="foreign">Told the assembly of each type that is not ours.</param>
internal sealed class SignatureTypes(CodeBase code, Func<OwnType, string> nameOf, Action<OwnType> argument, Action<string> foreign)
    : ISignatureTypeProvider<SignatureType, object?>
{
    public SignatureType GetTypeFromDefinition(MetadataReader reader, TypeDefinitionHandle handle, byte rawTypeKind) =>
        Own(new(code.AssemblyOf(reader), handle));

    public SignatureType GetTypeFromReference(MetadataReader reader, TypeReferenceHandle handle, byte rawTypeKind)
    {
        var assembly = code.AssemblyOf(reader);
        if (code.Find(assembly, handle) is { } own)
            return Own(own);
        foreign(assembly.AssemblyOf(handle));
        return SignatureType.Foreign(assembly.FullNameOf(handle));
    }

    public SignatureType GetTypeFromSpecification(MetadataReader reader, object? genericContext, TypeSpecificationHandle handle, byte rawTypeKind) =>
        reader.GetTypeSpecification(handle).DecodeSignature(this, genericContext);

    public SignatureType GetGenericInstantiation(SignatureType genericType, ImmutableArray<SignatureType> typeArguments)
    {
        foreach (var mention in typeArguments.SelectMany(type => type.Mentions))
            argument(mention);
        return new(
            $"{genericType.Text}<{string.Join(",", typeArguments.Select(type => type.Text))}>", genericType.Definition,
            [.. genericType.Mentions, .. typeArguments.SelectMany(type => type.Mentions)]);
    }

    public SignatureType GetArrayType(SignatureType elementType, ArrayShape shape) => elementType.Decorated(string.Create(
        CultureInfo.InvariantCulture, $"[{shape.Rank}:{string.Join(",", shape.LowerBounds)}:{string.Join(",", shape.Sizes)}]"));

    public SignatureType GetByReferenceType(SignatureType elementType) => elementType.Decorated("&");

    public SignatureType GetPointerType(SignatureType elementType) => elementType.Decorated("*");

    public SignatureType GetPinnedType(SignatureType elementType) => elementType.Decorated(" pinned");

    public SignatureType GetSZArrayType(SignatureType elementType) => elementType.Decorated("[]");

    public SignatureType GetGenericMethodParameter(object? genericContext, int index) =>
        SignatureType.Foreign(string.Create(CultureInfo.InvariantCulture, $"!!{index}"));

    public SignatureType GetGenericTypeParameter(object? genericContext, int index) =>
        SignatureType.Foreign(string.Create(CultureInfo.InvariantCulture, $"!{index}"));

    public SignatureType GetModifiedType(SignatureType modifier, SignatureType unmodifiedType, bool isRequired) =>
        unmodifiedType with { Text = $"{unmodifiedType.Text} {(isRequired ? "modreq" : "modopt")} {modifier.Text}" };

    public SignatureType GetPrimitiveType(PrimitiveTypeCode typeCode) => SignatureType.Foreign(typeCode.ToString());

    public SignatureType GetFunctionPointerType(MethodSignature<SignatureType> signature) =>
        new($"method {TextOf(signature)}", null, [.. signature.ReturnType.Mentions, .. signature.ParameterTypes.SelectMany(type => type.Mentions)]);

    /// <summary>A method's signature as text.</summary>
    internal static string TextOf(MethodSignature<SignatureType> signature) => string.Create(
        CultureInfo.InvariantCulture,
        $"{signature.ReturnType.Text} `{signature.GenericParameterCount}({string.Join(",", signature.ParameterTypes.Select(type => type.Text))}) {(int)signature.Header.RawValue}");

    /// <summary>A type token of <paramref name="assembly"/>; empty for none, as interfaces have no base type.</summary>
    internal SignatureType Of(OwnAssembly assembly, EntityHandle handle) => handle.IsNil ? SignatureType.Foreign("") : handle.Kind switch
    {
        HandleKind.TypeDefinition => GetTypeFromDefinition(assembly.Reader, (TypeDefinitionHandle)handle, 0),
        HandleKind.TypeReference => GetTypeFromReference(assembly.Reader, (TypeReferenceHandle)handle, 0),
        HandleKind.TypeSpecification => GetTypeFromSpecification(assembly.Reader, null, (TypeSpecificationHandle)handle, 0),
        _ => SignatureType.Foreign(""),
    };

    private SignatureType Own(OwnType type) => new(nameOf(type), type, [type]);
}
