using System.Buffers.Binary;
using System.Text;

namespace RruffGeo.Geography.Tests;

/// <summary>A polygon shapefile made byte by byte: the 20 countries of Table 1 as unit squares at sea, and whatever a test adds.</summary>
internal sealed class HandmadeShapefile
{
    private static readonly string[] TableOne =
    [
        "United States of America", "Canada", "Russia", "Brazil", "Mexico", "Germany", "Italy", "Australia", "Sweden", "India",
        "Namibia", "Bolivia", "Chile", "United Kingdom", "China", "Czechia", "Pakistan", "Japan", "Peru", "Dem. Rep. Congo",
    ];

    private readonly List<(string Name, (double X, double Y)[][] Rings)> countries =
        [.. TableOne.Select((name, i) => (name, new[] { Square(-170 + (3 * i), -60, 1) }))];

    public Encoding Encoding { get; init; } = Encoding.UTF8;

    public string Without { get; init; } = "";

    /// <summary>Adds a country; shells run clockwise, holes counter-clockwise.</summary>
    public HandmadeShapefile With(string name, params (double X, double Y)[][] rings)
    {
        countries.Add((name, rings));
        return this;
    }

    /// <summary>A closed square with its lower left corner at (x, y), clockwise.</summary>
    public static (double X, double Y)[] Square(double x, double y, double side) =>
        [(x, y), (x, y + side), (x + side, y + side), (x + side, y), (x, y)];

    /// <summary>Writes <c>made.shp</c> and <c>made.dbf</c>.</summary>
    public string Write(string folder)
    {
        var path = Path.Combine(folder, "made.shp");
        File.WriteAllBytes(path, Shapes());
        File.WriteAllBytes(Path.ChangeExtension(path, ".dbf"), Table());
        return path;
    }

    private (string Name, (double X, double Y)[][] Rings)[] Rows => [.. countries.Where(country => country.Name != Without)];

    private byte[] Shapes()
    {
        using var stream = new MemoryStream();
        stream.Write(new byte[100]);
        foreach (var (index, (_, rings)) in Rows.Index())
        {
            var points = rings.SelectMany(ring => ring).ToArray();
            var content = new byte[44 + (4 * rings.Length) + (16 * points.Length)];
            BinaryPrimitives.WriteInt32LittleEndian(content, 5);
            double[] box = [points.Min(p => p.X), points.Min(p => p.Y), points.Max(p => p.X), points.Max(p => p.Y)];
            for (var i = 0; i < 4; i++)
                BinaryPrimitives.WriteDoubleLittleEndian(content.AsSpan(4 + (8 * i)), box[i]);
            BinaryPrimitives.WriteInt32LittleEndian(content.AsSpan(36), rings.Length);
            BinaryPrimitives.WriteInt32LittleEndian(content.AsSpan(40), points.Length);
            for (var (i, first) = (0, 0); i < rings.Length; first += rings[i++].Length)
                BinaryPrimitives.WriteInt32LittleEndian(content.AsSpan(44 + (4 * i)), first);
            for (var i = 0; i < points.Length; i++)
            {
                var at = 44 + (4 * rings.Length) + (16 * i);
                BinaryPrimitives.WriteDoubleLittleEndian(content.AsSpan(at), points[i].X);
                BinaryPrimitives.WriteDoubleLittleEndian(content.AsSpan(at + 8), points[i].Y);
            }

            var head = new byte[8];
            BinaryPrimitives.WriteInt32BigEndian(head, index + 1);
            BinaryPrimitives.WriteInt32BigEndian(head.AsSpan(4), content.Length / 2);
            stream.Write(head);
            stream.Write(content);
        }

        var file = stream.ToArray();
        BinaryPrimitives.WriteInt32BigEndian(file, 9994);
        BinaryPrimitives.WriteInt32BigEndian(file.AsSpan(24), file.Length / 2);
        BinaryPrimitives.WriteInt32LittleEndian(file.AsSpan(28), 1000);
        BinaryPrimitives.WriteInt32LittleEndian(file.AsSpan(32), 5);
        BinaryPrimitives.WriteDoubleLittleEndian(file.AsSpan(36), -180);
        BinaryPrimitives.WriteDoubleLittleEndian(file.AsSpan(44), -90);
        BinaryPrimitives.WriteDoubleLittleEndian(file.AsSpan(52), 180);
        BinaryPrimitives.WriteDoubleLittleEndian(file.AsSpan(60), 90);
        return file;
    }

    private byte[] Table()
    {
        const int NameLength = 40, IsoLength = 5;
        var width = 1 + NameLength + IsoLength;
        var file = new byte[97 + (width * Rows.Length) + 1];
        (file[0], file[1], file[2], file[3]) = (3, 126, 1, 1);
        BinaryPrimitives.WriteInt32LittleEndian(file.AsSpan(4), Rows.Length);
        BinaryPrimitives.WriteUInt16LittleEndian(file.AsSpan(8), 97);
        BinaryPrimitives.WriteUInt16LittleEndian(file.AsSpan(10), (ushort)width);
        Column(32, "NAME", NameLength);
        Column(64, "ISO_A2_EH", IsoLength);
        file[96] = (byte)'\r';
        foreach (var (index, (name, _)) in Rows.Index())
        {
            var row = file.AsSpan(97 + (width * index), width);
            row.Fill((byte)' ');
            Encoding.GetBytes(name, row[1..]);
            "XX"u8.CopyTo(row[(1 + NameLength)..]);
        }

        file[^1] = 0x1A;
        return file;

        void Column(int at, string name, byte length)
        {
            Encoding.ASCII.GetBytes(name, file.AsSpan(at));
            (file[at + 11], file[at + 16]) = ((byte)'C', length);
        }
    }
}
