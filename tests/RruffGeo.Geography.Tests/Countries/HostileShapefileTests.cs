using System.Buffers.Binary;
using System.Text;

namespace RruffGeo.Geography.Tests;

public sealed class HostileShapefileTests : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("rruffgeo-");

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public void A_shapefile_made_by_hand_is_read()
    {
        var atlas = CountryAtlas.LoadShapefile(new HandmadeShapefile().With("Zealandia", HandmadeShapefile.Square(10, 10, 4)).Write(folder.FullName));

        Assert.Equal(21, atlas.Countries.Count);
        Assert.Equal("Zealandia", new CountryLocator(atlas).Find(new GeoPoint(12, 12)).Country?.Name);
        Assert.Empty(atlas.RepairNotes);
    }

    [Fact]
    public void A_hole_belongs_to_the_enclave_or_to_nobody()
    {
        var outer = HandmadeShapefile.Square(0, 0, 10);
        var (enclave, lake) = (HandmadeShapefile.Square(2, 2, 2), HandmadeShapefile.Square(6, 6, 2));
        var locator = new CountryLocator(CountryAtlas.LoadShapefile(new HandmadeShapefile()
            .With("Outland", outer, [.. enclave.Reverse()], [.. lake.Reverse()]).With("Inland", enclave).Write(folder.FullName)));

        Assert.Equal("Outland", locator.Find(new GeoPoint(1, 1)).Country?.Name);
        Assert.Equal("Inland", locator.Find(new GeoPoint(3, 3)).Country?.Name);
        Assert.Equal(MatchRule.None, locator.Find(new GeoPoint(7, 7)).Rule);
        Assert.Equal("Inland", locator.Find(new GeoPoint(2, 3)).Country?.Name); // on the common border: the ordinally first
    }

    [Fact]
    public void A_ring_that_crosses_itself_is_repaired_and_reported_with_its_areas()
    {
        // A bow tie: two triangles of area 1 that meet in (1, 1); signed, its area is 0.
        var atlas = CountryAtlas.LoadShapefile(new HandmadeShapefile().With("Bowtie", [(0, 0), (0, 2), (2, 0), (2, 2), (0, 0)]).Write(folder.FullName));

        var note = Assert.Single(atlas.RepairNotes);
        Assert.StartsWith("Bowtie: Self-intersection at 1.0000° E 1.0000° N; repaired, area 0.0000 → 2.0000 square degrees.", note, StringComparison.Ordinal);
        Assert.Equal(2, atlas.Countries.Single(country => country.Name == "Bowtie").Geometry.Area, 9);
    }

    [Fact]
    public void A_snap_looks_across_the_antimeridian()
    {
        var atlas = CountryAtlas.LoadShapefile(new HandmadeShapefile().With("Eastend", HandmadeShapefile.Square(178, 40, 2)).Write(folder.FullName));
        var point = new GeoPoint(41, -179.95);

        Assert.Equal(MatchRule.None, new CountryLocator(atlas).Find(point).Rule);
        var snapped = new CountryLocator(atlas, 0.1).Find(point);
        Assert.Equal(("Eastend", MatchRule.Nearest), (snapped.Country?.Name, snapped.Rule));
        Assert.Equal(0.05, snapped.DistanceDegrees, 9);
    }

    [Fact]
    public void A_missing_country_of_Table_1_is_named() => Refused("no country is called 'Peru'", new HandmadeShapefile { Without = "Peru" }.Write(folder.FullName));

    [Fact]
    public void The_bytes_decide_the_encoding_and_no_cpg_does()
    {
        foreach (var (encoding, cpg) in new[] { (Encoding.UTF8, "ISO-8859-1"), (Encoding.Latin1, "UTF-8"), (Encoding.UTF8, "nonsense") })
        {
            var path = new HandmadeShapefile { Encoding = encoding }.With("Côte d'Ivoire", HandmadeShapefile.Square(0, 0, 1)).Write(folder.FullName);
            File.WriteAllText(Path.ChangeExtension(path, ".cpg"), cpg);

            Assert.Contains(CountryAtlas.LoadShapefile(path).Countries, country => country.Name == "Côte d'Ivoire");
        }
    }

    [Theory]
    [InlineData(50, "the header of a .shp needs 100 bytes")]
    [InlineData(300, "states")]
    [InlineData(-3, "is cut short")]
    public void A_shp_that_is_cut_short_is_refused(int keep, string found)
    {
        var path = new HandmadeShapefile().Write(folder.FullName);
        var bytes = File.ReadAllBytes(path);
        File.WriteAllBytes(path, keep > 0 ? bytes[..keep] : bytes[..^-keep]);

        Refused(found, path);
    }

    [Fact]
    public void A_shape_with_two_thousand_million_points_is_refused_before_any_is_allocated() =>
        Refused("more than its", Patched(".shp", 100 + 8 + 40, int.MaxValue));

    [Fact]
    public void A_record_longer_than_the_file_is_refused() => Refused("are left: the .shp is cut short", Patched(".shp", 100 + 4, BinaryPrimitives.ReverseEndianness(1 << 29)));

    [Fact]
    public void A_shape_of_another_kind_is_refused() => Refused("shapes of type 1; expected polygons", Patched(".shp", 32, 1));

    [Fact]
    public void A_projected_file_is_refused()
    {
        var path = new HandmadeShapefile().With("Projected", HandmadeShapefile.Square(500_000, 4_000_000, 1000)).Write(folder.FullName);

        Refused("Projected has a point at (500000, 4000000); expected degrees WGS 84", path);
    }

    [Fact]
    public void A_table_with_four_thousand_million_rows_is_refused() => Refused("rows; expected at most", Patched(".dbf", 4, -1));

    [Fact]
    public void A_table_with_fewer_rows_than_shapes_is_refused() => Refused("20 shapes but 19 rows", Patched(".dbf", 4, 19));

    [Fact]
    public void A_table_that_is_cut_short_is_refused()
    {
        var path = new HandmadeShapefile().Write(folder.FullName);
        var table = Path.ChangeExtension(path, ".dbf");
        File.WriteAllBytes(table, File.ReadAllBytes(table)[..400]);

        Refused("it is cut short or no table", path);
    }

    [Fact]
    public void No_single_changed_byte_does_more_than_be_refused_or_read()
    {
        var path = new HandmadeShapefile().Write(folder.FullName);
        var whole = File.ReadAllBytes(path)[..];
        for (var at = 0; at < 280; at += at < 36 || at is > 100 and < 160 ? 2 : 11)
        {
            var changed = whole.ToArray();
            changed[at] ^= 0xFF;
            File.WriteAllBytes(path, changed);
            try
            {
                CountryAtlas.LoadShapefile(path);
            }
            catch (InvalidDataException error)
            {
                Assert.Contains("made.shp", error.Message, StringComparison.Ordinal);
            }
        }
    }

    private string Patched(string extension, int at, int value)
    {
        var path = new HandmadeShapefile().Write(folder.FullName);
        var file = Path.ChangeExtension(path, extension);
        var bytes = File.ReadAllBytes(file);
        BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(at), value);
        File.WriteAllBytes(file, bytes);
        return path;
    }

    private static void Refused(string found, string path)
    {
        var error = Assert.Throws<InvalidDataException>(() => CountryAtlas.LoadShapefile(path));
        Assert.Contains(found, error.Message, StringComparison.Ordinal);
        Assert.Contains("made.shp", error.Message, StringComparison.Ordinal);
    }
}
