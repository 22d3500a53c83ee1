using System.Text;
using NetTopologySuite;
using NetTopologySuite.Geometries;

namespace RruffGeo.Geography;

/// <summary>Writes and reads repaired countries without loss: the form in which they travel inside this assembly.</summary>
/// <remarks>
/// Decoding and repairing world-atlas takes seconds, reading this takes a tenth of one. Little-endian: the grid (four doubles); the countries
/// (name, code, polygons, rings, points), a list being its length and its members; the notes. A point is the step from the point before it:
/// a first number 2·zigzag(Δcolumn), then zigzag(Δrow); or, off the grid, the number 1 and two doubles. Rings leave out their closing point.
/// </remarks>
internal static class StoredCountries
{
    private const long OffGrid = 1;

    private static readonly GeometryFactory Factory = NtsGeometryServices.Instance.CreateGeometryFactory(4326);

    /// <summary>Writes countries and notes, in the order given.</summary>
    public static void Write(Stream destination, QuantisedGrid grid, IReadOnlyList<CountryShape> countries, IReadOnlyList<string> notes)
    {
        using var writer = new BinaryWriter(destination, Encoding.UTF8, leaveOpen: true);
        writer.Write(grid.ScaleX);
        writer.Write(grid.ScaleY);
        writer.Write(grid.OriginX);
        writer.Write(grid.OriginY);
        WriteList(countries, country =>
        {
            writer.Write(country.Name);
            writer.Write(country.IsoCode);
            WriteList([.. PolygonRepair.Polygons(country.Geometry)], polygon => WriteList([polygon.ExteriorRing, .. polygon.InteriorRings], WriteRing));
        });
        WriteList(notes, writer.Write);

        void WriteList<T>(IReadOnlyList<T> items, Action<T> write)
        {
            writer.Write7BitEncodedInt(items.Count);
            foreach (var item in items)
                write(item);
        }

        void WriteRing(LineString ring)
        {
            var points = ring.CoordinateSequence;
            writer.Write7BitEncodedInt(points.Count - 1);
            var (column, row) = (0L, 0L);
            for (var i = 0; i < points.Count - 1; i++)
            {
                if (grid.Find(points.GetX(i), points.GetY(i)) is var (x, y))
                {
                    writer.Write7BitEncodedInt64(Zigzag(x - column) << 1);
                    writer.Write7BitEncodedInt64(Zigzag(y - row));
                    (column, row) = (x, y);
                }
                else
                {
                    writer.Write7BitEncodedInt64(OffGrid);
                    writer.Write(points.GetX(i));
                    writer.Write(points.GetY(i));
                }
            }
        }
    }

    /// <summary>Reads what <see cref="Write"/> wrote.</summary>
    public static (IReadOnlyList<CountryShape> Countries, IReadOnlyList<string> Notes) Read(Stream source)
    {
        using var copy = new MemoryStream(); // reading byte by byte from a decompressing stream is slow
        source.CopyTo(copy);
        copy.Position = 0;
        using var reader = new BinaryReader(copy);
        var grid = new QuantisedGrid(reader.ReadDouble(), reader.ReadDouble(), reader.ReadDouble(), reader.ReadDouble());
        var countries = ReadList(() =>
        {
            var (name, code) = (reader.ReadString(), reader.ReadString());
            return CountryShape.Of(name, code, Factory.BuildGeometry(ReadList(ReadPolygon)));
        });
        return (countries, ReadList(reader.ReadString));

        T[] ReadList<T>(Func<T> read)
        {
            var items = new T[reader.Read7BitEncodedInt()];
            for (var i = 0; i < items.Length; i++)
                items[i] = read();
            return items;
        }

        Geometry ReadPolygon()
        {
            var rings = ReadList(ReadRing);
            return Factory.CreatePolygon(rings[0], rings[1..]);
        }

        LinearRing ReadRing()
        {
            var points = new Coordinate[reader.Read7BitEncodedInt() + 1];
            var (column, row) = (0L, 0L);
            for (var i = 0; i < points.Length - 1; i++)
            {
                var first = reader.Read7BitEncodedInt64();
                if (first == OffGrid)
                {
                    points[i] = new Coordinate(reader.ReadDouble(), reader.ReadDouble());
                    continue;
                }

                column += Unzigzag(first >> 1);
                row += Unzigzag(reader.Read7BitEncodedInt64());
                points[i] = new Coordinate(grid.X(column), grid.Y(row));
            }

            points[^1] = points[0].Copy();
            return Factory.CreateLinearRing(points);
        }
    }

    private static long Zigzag(long value) => (value << 1) ^ (value >> 63);

    private static long Unzigzag(long value) => (value >> 1) ^ -(value & 1);
}
