using System.Reflection.Metadata;

namespace RruffGeo.Pipeline.Code;

/// <summary>A type defined in one of our assemblies.</summary>
internal readonly record struct OwnType(OwnAssembly Assembly, TypeDefinitionHandle Handle)
{
    internal TypeDefinition Definition => Assembly.Reader.GetTypeDefinition(Handle);
}

/// <summary>A method defined in one of our assemblies.</summary>
internal readonly record struct OwnMethod(OwnAssembly Assembly, MethodDefinitionHandle Handle)
{
    internal MethodDefinition Definition => Assembly.Reader.GetMethodDefinition(Handle);

    internal OwnType Type => new(Assembly, Definition.GetDeclaringType());
}

/// <summary>A field defined in one of our assemblies.</summary>
internal readonly record struct OwnField(OwnAssembly Assembly, FieldDefinitionHandle Handle)
{
    internal FieldDefinition Definition => Assembly.Reader.GetFieldDefinition(Handle);

    internal OwnType Type => new(Assembly, Definition.GetDeclaringType());
}
