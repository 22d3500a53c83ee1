using System.Reflection;
using System.Reflection.Metadata;

namespace RruffGeo.Pipeline.Code;

/// <summary>Writes down what a type is, and tells the reach what may run because of it.</summary>
internal sealed class TypeDescription(Reach reach)
{
    private const TypeAttributes MeaningfulAttributes =
        TypeAttributes.LayoutMask | TypeAttributes.ClassSemanticsMask | TypeAttributes.Abstract | TypeAttributes.Sealed | TypeAttributes.BeforeFieldInit;

    private readonly AttributeDescription attributes = new(reach);

    /// <summary>What holds wherever the type is mentioned: what it derives from, its layout, and the code that runs unnamed.</summary>
    internal void WriteType(OwnType type, NodeText text)
    {
        var definition = type.Definition;
        text.Add((int)(definition.Attributes & MeaningfulAttributes));
        text.Add(reach.Signatures.Of(type.Assembly, definition.BaseType).Text);
        foreach (var handle in definition.GetInterfaceImplementations())
            text.Add(reach.Signatures.Of(type.Assembly, type.Assembly.Reader.GetInterfaceImplementation(handle).Interface).Text);
        text.Add(definition.GetLayout().Size);
        text.Add(definition.GetLayout().PackingSize);
        if (!CompilerNames.IsMade(type))
        {
            attributes.Write(type.Assembly, definition.GetCustomAttributes(), AttributeDescription.Kept.Meaningful, text);
            var isEnum = IsEnum(type);
            foreach (var handle in definition.GetFields())
                if (isEnum || (type.Assembly.Reader.GetFieldDefinition(handle).Attributes & FieldAttributes.Static) == 0)
                    WriteField(new(type.Assembly, handle), text);
        }
        RunUnnamed(type);
        if ((definition.Attributes & (TypeAttributes.Interface | TypeAttributes.Sealed)) == 0)
            foreach (var subtype in reach.Code.SubtypesOf(type))
                text.Add(reach.Mention(subtype));
    }

    /// <summary>What reflection may see: fields, properties, constructors, their attributes, and what runs when they are used.</summary>
    internal void WriteMembers(OwnType type, NodeText text)
    {
        var (reader, definition) = (type.Assembly.Reader, type.Definition);
        attributes.Write(type.Assembly, definition.GetCustomAttributes(), AttributeDescription.Kept.All, text);
        foreach (var subtype in reach.Code.SubtypesOf(type))
            reach.Mention(subtype);
        foreach (var handle in definition.GetFields())
        {
            WriteField(new(type.Assembly, handle), text);
            attributes.Write(type.Assembly, reader.GetFieldDefinition(handle).GetCustomAttributes(), AttributeDescription.Kept.All, text);
        }
        foreach (var handle in definition.GetProperties())
        {
            var property = reader.GetPropertyDefinition(handle);
            text.Add(reader.GetString(property.Name));
            var signature = property.DecodeSignature(reach.Signatures, null);
            text.Add(SignatureTypes.TextOf(signature));
            foreach (var mention in signature.ReturnType.Mentions)
                reach.Look(mention);
            attributes.Write(type.Assembly, property.GetCustomAttributes(), AttributeDescription.Kept.All, text);
            foreach (var accessor in (MethodDefinitionHandle[])[property.GetAccessors().Getter, property.GetAccessors().Setter])
                if (!accessor.IsNil)
                    reach.Run(new(type.Assembly, accessor));
        }
        foreach (var constructor in reach.Code.MethodsOf(type)[".ctor"])
        {
            reach.Run(constructor);
            attributes.Write(type.Assembly, constructor.Definition.GetCustomAttributes(), AttributeDescription.Kept.All, text);
            foreach (var parameter in constructor.Definition.GetParameters())
                text.Add(reader.GetString(reader.GetParameter(parameter).Name));
        }
        if (reach.Code.BaseOf(type) is { } derivedFrom)
            reach.Look(derivedFrom);
    }

    private void RunUnnamed(OwnType type)
    {
        foreach (var method in type.Definition.GetMethods().Select(handle => new OwnMethod(type.Assembly, handle)))
            if ((method.Definition.Attributes & MethodAttributes.Virtual) != 0
                ? method.Definition.RelativeVirtualAddress != 0
                : type.Assembly.Reader.StringComparer.Equals(method.Definition.Name, ".cctor"))
                reach.Run(method);
        // Static members of interfaces are implemented by methods that are not virtual; only this table knows them.
        foreach (var handle in type.Definition.GetMethodImplementations())
            if (type.Assembly.Reader.GetMethodImplementation(handle).MethodBody is { Kind: HandleKind.MethodDefinition } body)
                reach.Run(new(type.Assembly, (MethodDefinitionHandle)body));
    }

    private void WriteField(OwnField field, NodeText text)
    {
        var definition = field.Definition;
        text.Add(reach.NameOf(field));
        text.Add(definition.DecodeSignature(reach.Signatures, null).Text);
        text.Add((int)definition.Attributes);
        text.Add(definition.GetOffset());
        if (definition.GetDefaultValue() is { IsNil: false } constant)
            text.Add(field.Assembly.Reader.GetBlobBytes(field.Assembly.Reader.GetConstant(constant).Value));
    }

    private bool IsEnum(OwnType type) =>
        !type.Definition.BaseType.IsNil && reach.Signatures.Of(type.Assembly, type.Definition.BaseType).Text == "System.Enum";
}
