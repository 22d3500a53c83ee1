using System.Buffers;
using System.Buffers.Binary;
using System.Text;
using Parquet;
using Parquet.Schema;
using RruffGeo.Artifacts;

namespace RruffGeo.Build.Tables;

/// <summary>Digests texts as UTF-8, each with its length before it; a missing text has the length −1.</summary>
internal sealed class TextColumnDigest(DataField field) : ColumnDigest(field, "text")
{
    public override void Add(ParquetRowGroupReader group)
    {
        var texts = new string?[FloatLists.SlotsOf(group, Field)];
        group.ReadAsync(Field, texts.AsMemory()).AsTask().GetAwaiter().GetResult();
        var bytes = new ArrayBufferWriter<byte>();
        foreach (var text in texts)
        {
            BinaryPrimitives.WriteInt32LittleEndian(bytes.GetSpan(sizeof(int)), text is null ? -1 : Encoding.UTF8.GetByteCount(text));
            bytes.Advance(sizeof(int));
            bytes.Advance(Encoding.UTF8.GetBytes(text ?? "", bytes.GetSpan(Encoding.UTF8.GetMaxByteCount(text?.Length ?? 0))));
        }

        Values.AppendData(bytes.WrittenSpan);
    }
}
