using System.Reflection;
using System.Reflection.Emit;
using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;

namespace RruffGeo.Pipeline.Code;

/// <summary>Writes down what a method does, and tells the reach what it may run.</summary>
internal sealed class MethodDescription(Reach reach)
{
    private const MethodAttributes MeaningfulAttributes = MethodAttributes.Static | MethodAttributes.PinvokeImpl;

    private readonly AttributeDescription attributes = new(reach);
    private readonly SortedSet<string> foreign = new(StringComparer.Ordinal);

    /// <summary>Writes attributes, locals, instructions and handlers of <paramref name="method"/>.</summary>
    internal void Write(OwnMethod method, NodeText text)
    {
        var definition = method.Definition;
        reach.Mention(method.Type);
        text.Add((int)(definition.Attributes & MeaningfulAttributes));
        text.Add((int)definition.ImplAttributes);
        text.Add(SignatureTypes.TextOf(definition.DecodeSignature(reach.Signatures, null)));
        if ((definition.Attributes & MethodAttributes.PinvokeImpl) != 0)
            WriteImport(method, text);
        if (method.Assembly.BodyOf(definition) is not { } body)
        {
            // Attributes say what a method without instructions does.
            attributes.Write(method.Assembly, definition.GetCustomAttributes(), AttributeDescription.Kept.Meaningful, text);
            return;
        }
        text.Add(body.LocalVariablesInitialized ? 1 : 0);
        if (!body.LocalSignature.IsNil)
            foreach (var local in method.Assembly.Reader.GetStandaloneSignature(body.LocalSignature).DecodeLocalSignature(reach.Signatures, null))
                text.Add(local.Text);
        foreign.Clear();
        foreach (var instruction in Instructions.Of(body))
            Write(method, instruction, text);
        Reflection.Judge(reach, method, foreign);
        foreach (var region in body.ExceptionRegions)
        {
            text.Add((int)region.Kind);
            foreach (var offset in (int[])[region.TryOffset, region.TryLength, region.HandlerOffset, region.HandlerLength, region.FilterOffset])
                text.Add(offset);
            text.Add(reach.Signatures.Of(method.Assembly, region.CatchType).Text);
        }
    }

    private static void WriteImport(OwnMethod method, NodeText text)
    {
        var reader = method.Assembly.Reader;
        var import = method.Definition.GetImport();
        text.Add((int)import.Attributes);
        text.Add(import.Name.IsNil ? "" : reader.GetString(import.Name));
        text.Add(import.Module.IsNil ? "" : reader.GetString(reader.GetModuleReference(import.Module).Name));
    }

    private void Write(OwnMethod method, Instructions.Instruction instruction, NodeText text)
    {
        text.Add(instruction.Code);
        if (instruction.Token == 0)
        {
            text.Add(instruction.Bytes);
            return;
        }
        var assembly = method.Assembly;
        if (instruction.Operand == OperandType.InlineString)
        {
            var literal = assembly.Reader.GetUserString((UserStringHandle)MetadataTokens.Handle(instruction.Token));
            reach.Texts.Add(literal);
            text.Add(literal);
            return;
        }
        var handle = MetadataTokens.EntityHandle(instruction.Token);
        text.Add(handle.Kind switch
        {
            HandleKind.MethodDefinition or HandleKind.MethodSpecification => NameCalled(method, handle, instruction.Code),
            HandleKind.MemberReference when assembly.Reader.GetMemberReference((MemberReferenceHandle)handle).GetKind() == MemberReferenceKind.Method =>
                NameCalled(method, handle, instruction.Code),
            HandleKind.FieldDefinition or HandleKind.MemberReference => NameField(assembly, handle),
            HandleKind.StandaloneSignature => SignatureTypes.TextOf(
                assembly.Reader.GetStandaloneSignature((StandaloneSignatureHandle)handle).DecodeMethodSignature(reach.Signatures, null)),
            _ => NameType(assembly, handle, instruction.Code),
        });
    }

    private string NameType(OwnAssembly assembly, EntityHandle handle, ushort code)
    {
        var type = reach.Signatures.Of(assembly, handle);
        if (code == (ushort)OpCodes.Ldtoken.Value)
            foreach (var mention in type.Mentions)
                reach.Look(mention);
        return type.Text;
    }

    private string NameCalled(OwnMethod caller, EntityHandle handle, ushort code)
    {
        var reader = caller.Assembly.Reader;
        if (handle.Kind == HandleKind.MethodSpecification)
        {
            var specification = reader.GetMethodSpecification((MethodSpecificationHandle)handle);
            var arguments = specification.DecodeSignature(reach.Signatures, null);
            foreach (var mention in arguments.SelectMany(argument => argument.Mentions))
                reach.Look(mention);
            return $"{NameCalled(caller, specification.Method, code)}<{string.Join(",", arguments.Select(argument => argument.Text))}>";
        }
        if (handle.Kind == HandleKind.MethodDefinition)
            return NameOwn(new(caller.Assembly, (MethodDefinitionHandle)handle), code);
        var reference = reader.GetMemberReference((MemberReferenceHandle)handle);
        var parent = reach.Signatures.Of(caller.Assembly, reference.Parent).Text;
        if (reach.Code.FindMethod(caller.Assembly, (MemberReferenceHandle)handle) is { } own)
            return $"{parent}::{NameOwn(own, code)}";
        var name = reader.GetString(reference.Name);
        foreign.Add($"{parent}::{name}");
        return $"{parent}::{name} {SignatureTypes.TextOf(reference.DecodeMethodSignature(reach.Signatures, null))}";
    }

    private string NameOwn(OwnMethod called, ushort code)
    {
        var isExact = code == (ushort)OpCodes.Ldftn.Value || code == (ushort)OpCodes.Newobj.Value;
        var isInContract = (called.Type.Definition.Attributes & TypeAttributes.Interface) != 0;
        reach.Run(called);
        // A plain `call` of an interface member is a constrained one: which implementation runs is the type argument's affair.
        if ((called.Definition.Attributes & MethodAttributes.Virtual) != 0 && !isExact && (code != (ushort)OpCodes.Call.Value || isInContract))
            reach.RunOverrides(called);
        return reach.NameOf(called);
    }

    private string NameField(OwnAssembly assembly, EntityHandle handle)
    {
        if (handle.Kind == HandleKind.FieldDefinition)
            return NameOwn(new OwnField(assembly, (FieldDefinitionHandle)handle));
        var reference = assembly.Reader.GetMemberReference((MemberReferenceHandle)handle);
        var parent = reach.Signatures.Of(assembly, reference.Parent).Text;
        return reach.Code.FindField(assembly, reference) is { } own
            ? $"{parent}::{NameOwn(own)}" : $"{parent}::{assembly.Reader.GetString(reference.Name)}";
    }

    private string NameOwn(OwnField field)
    {
        if ((field.Definition.Attributes & FieldAttributes.HasFieldRVA) != 0)
            return $"data {Convert.ToHexString(field.Assembly.DataAt(field.Definition.GetRelativeVirtualAddress(), ConstantData.SizeOf(field)))}";
        var type = field.Definition.DecodeSignature(reach.Signatures, null).Text;
        reach.Mention(field.Type);
        return $"{reach.NameOf(field)} {type}";
    }
}
