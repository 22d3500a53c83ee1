using System.Reflection.Metadata;

namespace RruffGeo.Pipeline.Code;

/// <summary>How many bytes of the image are the initial value of a field.</summary>
internal static class ConstantData
{
    /// <summary>Size of the value of <paramref name="field"/>, in bytes.</summary>
    internal static int SizeOf(OwnField field)
    {
        var reader = field.Assembly.Reader;
        var signature = reader.GetBlobReader(field.Definition.Signature);
        _ = signature.ReadSignatureHeader();
        return signature.ReadSignatureTypeCode() switch
        {
            SignatureTypeCode.Boolean or SignatureTypeCode.SByte or SignatureTypeCode.Byte => 1,
            SignatureTypeCode.Char or SignatureTypeCode.Int16 or SignatureTypeCode.UInt16 => 2,
            SignatureTypeCode.Int32 or SignatureTypeCode.UInt32 or SignatureTypeCode.Single => 4,
            SignatureTypeCode.Int64 or SignatureTypeCode.UInt64 or SignatureTypeCode.Double => 8,
            SignatureTypeCode.TypeHandle when signature.ReadTypeHandle() is { Kind: HandleKind.TypeDefinition } handle =>
                reader.GetTypeDefinition((TypeDefinitionHandle)handle).GetLayout().Size,
            var other => throw new BadImageFormatException($"constant data of kind {other}"),
        };
    }
}
