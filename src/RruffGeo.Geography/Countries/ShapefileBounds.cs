using System.Buffers.Binary;
using System.Text;

namespace RruffGeo.Geography;

/// <summary>Checks the lengths and counts that a shapefile states against the bytes it has, before a reader allocates by them.</summary>
/// <remarks>Layout: ESRI's white paper of 1998 (.shp) and dBASE III (.dbf). Nothing here is bigger than the file itself.</remarks>
internal static class ShapefileBounds
{
    /// <summary>Most records that are read; Natural Earth's countries are 258.</summary>
    public const int MaximumRecords = 20_000;

    private const int ShapeHeader = 100;
    private const int FileCode = 9994;
    private const int PolygonHead = 44; // type, box, numbers of parts and points
    private const int FieldHead = 32;
    private static readonly int[] PolygonTypes = [5, 15, 25]; // plain, with heights, with measures

    /// <summary>Checks a .shp and leaves it at its beginning.</summary>
    /// <returns>Number of records.</returns>
    /// <exception cref="InvalidDataException">It is truncated, holds no polygons, or states more than it has.</exception>
    public static int CheckShapes(string path, Stream shapes)
    {
        var header = Read(path, shapes, 0, ShapeHeader, "the header of a .shp");
        if (BinaryPrimitives.ReadInt32BigEndian(header) != FileCode)
            throw Bad(path, $"the .shp begins with {BinaryPrimitives.ReadInt32BigEndian(header)}, not {FileCode}: no shapefile");
        var type = BinaryPrimitives.ReadInt32LittleEndian(header.AsSpan(32));
        if (!PolygonTypes.Contains(type))
            throw Bad(path, $"shapes of type {type}; expected polygons (5, 15 or 25)");
        var records = 0;
        for (long at = ShapeHeader; at < shapes.Length; records++)
        {
            if (records == MaximumRecords)
                throw Bad(path, $"more than {MaximumRecords} shapes; expected a few hundred countries");
            var head = Read(path, shapes, at, 8, $"the head of shape {records + 1}");
            var length = 2L * BinaryPrimitives.ReadInt32BigEndian(head.AsSpan(4));
            if (length < 4 || at + 8 + length > shapes.Length)
                throw Bad(path, $"shape {records + 1} states {length} bytes, but {shapes.Length - at - 8} are left: the .shp is cut short. Copy or download it again");
            CheckPolygon(path, records + 1, Read(path, shapes, at + 8, (int)long.Min(length, PolygonHead), $"shape {records + 1}"), length);
            at += 8 + length;
        }

        shapes.Position = 0;
        return records;
    }

    /// <summary>Checks a .dbf and leaves it at its beginning.</summary>
    /// <returns>Number of rows, and the encoding of the column <paramref name="column"/>: UTF-8 if its bytes are, whatever a .cpg may say, else ISO 8859-1.</returns>
    /// <exception cref="InvalidDataException">It is truncated or states more than it has.</exception>
    public static (int Rows, Encoding Encoding) CheckTable(string path, Stream table, string column)
    {
        var header = Read(path, table, 0, FieldHead, "the header of a .dbf");
        var rows = BinaryPrimitives.ReadUInt32LittleEndian(header.AsSpan(4));
        var (first, width) = (BinaryPrimitives.ReadUInt16LittleEndian(header.AsSpan(8)), BinaryPrimitives.ReadUInt16LittleEndian(header.AsSpan(10)));
        if (rows > MaximumRecords)
            throw Bad(path, $"the .dbf states {rows} rows; expected at most {MaximumRecords}");
        if (first < FieldHead + 1 || width < 2 || first + ((long)rows * width) > table.Length)
            throw Bad(path, $"the .dbf states {rows} rows of {width} bytes after {first}, but has {table.Length} bytes: it is cut short or no table");
        var fields = Read(path, table, FieldHead, first - FieldHead, "the columns of a .dbf");
        var encoding = NameEncoding(path, table, (int)rows, first, width, Find(fields, column));
        table.Position = 0;
        return ((int)rows, encoding);
    }

    private static void CheckPolygon(string path, int number, byte[] content, long length)
    {
        if (BinaryPrimitives.ReadInt32LittleEndian(content) == 0)
            return; // an empty shape
        if (content.Length < PolygonHead)
            throw Bad(path, $"shape {number} has {length} bytes, too few for a polygon");
        var (parts, points) = (BinaryPrimitives.ReadInt32LittleEndian(content.AsSpan(36)), BinaryPrimitives.ReadInt32LittleEndian(content.AsSpan(40)));
        if (parts < 0 || points < 0 || PolygonHead + (4L * parts) + (16L * points) > length)
            throw Bad(path, $"shape {number} states {parts} rings and {points} points, more than its {length} bytes hold");
    }

    private static (int Offset, int Length)? Find(byte[] fields, string column)
    {
        var offset = 1; // the first byte of a row says whether it is deleted
        for (var at = 0; at + FieldHead <= fields.Length && fields[at] != '\r'; at += FieldHead)
        {
            var name = Encoding.ASCII.GetString(fields, at, 11).TrimEnd('\0', ' ');
            if (name == column)
                return (offset, fields[at + 16]);
            offset += fields[at + 16];
        }

        return null;
    }

    private static Encoding NameEncoding(string path, Stream table, int rows, int first, int width, (int Offset, int Length)? name)
    {
        if (name is not var (offset, length) || offset + length > width)
            return Encoding.UTF8; // the reader will say which columns there are
        var strict = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);
        for (var row = 0; row < rows; row++)
        {
            try
            {
                strict.GetCharCount(Read(path, table, first + ((long)row * width) + offset, length, "a row of a .dbf"));
            }
            catch (DecoderFallbackException)
            {
                return Encoding.Latin1;
            }
        }

        return Encoding.UTF8;
    }

    private static byte[] Read(string path, Stream stream, long at, int count, string what)
    {
        if (at + count > stream.Length)
            throw Bad(path, $"{what} needs {count} bytes, but {long.Max(0, stream.Length - at)} are left: the file is cut short. Copy or download it again");
        var bytes = new byte[count];
        stream.Position = at;
        stream.ReadExactly(bytes);
        return bytes;
    }

    private static InvalidDataException Bad(string path, string found) => new($"{path}: {found}.");
}
