using System.Reflection.Emit;
using System.Reflection.Metadata;

namespace RruffGeo.Pipeline.Code;

/// <summary>Splits method bodies into instructions.</summary>
internal static class Instructions
{
    private const int Prefix = 0xfe;
    private static readonly Dictionary<ushort, OperandType> operands = typeof(OpCodes).GetFields()
        .Select(field => (OpCode)field.GetValue(null)!)
        .ToDictionary(code => (ushort)code.Value, code => code.OperandType);

    /// <summary>An instruction.</summary>
    /// <param name="Code">Operation, two bytes for those after 0xfe.</param>
    /// <param name="Operand">How the operand is to be read.</param>
    /// <param name="Token">Metadata token, if the operand is one; else 0.</param>
    /// <param name="Bytes">The operand's bytes, if it is no token.</param>
    internal readonly record struct Instruction(ushort Code, OperandType Operand, int Token, byte[] Bytes);

    /// <summary>The instructions of a body, in order.</summary>
    /// <exception cref="BadImageFormatException">A byte stands for no operation.</exception>
    internal static IEnumerable<Instruction> Of(MethodBodyBlock body)
    {
        var reader = body.GetILReader();
        while (reader.RemainingBytes > 0)
        {
            int code = reader.ReadByte();
            if (code == Prefix)
                code = (code << 8) | reader.ReadByte();
            if (!operands.TryGetValue((ushort)code, out var operand))
                throw new BadImageFormatException($"no operation 0x{code:x}");
            var size = operand switch
            {
                OperandType.InlineNone => 0,
                OperandType.ShortInlineBrTarget or OperandType.ShortInlineI or OperandType.ShortInlineVar => 1,
                OperandType.InlineVar => 2,
                OperandType.InlineI8 or OperandType.InlineR => 8,
                OperandType.InlineSwitch => -1,
                _ => 4,
            };
            var token = operand is OperandType.InlineMethod or OperandType.InlineField or OperandType.InlineType
                or OperandType.InlineTok or OperandType.InlineString or OperandType.InlineSig ? reader.ReadInt32() : 0;
            if (token != 0)
                size = 0;
            else if (size < 0)
                size = 4 * reader.ReadInt32();
            yield return new((ushort)code, operand, token, reader.ReadBytes(size));
        }
    }
}
