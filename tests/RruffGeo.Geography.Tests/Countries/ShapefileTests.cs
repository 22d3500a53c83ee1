using System.IO.Compression;

namespace RruffGeo.Geography.Tests;

public sealed class ShapefileTests : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("rruffgeo-");

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public void Natural_Earths_own_Egypt_survives_with_its_area()
    {
        var atlas = CountryAtlas.LoadShapefile(SharedData.Require("naturalearth", "ne_10m_admin_0_countries_unrepaired.zip"));

        Assert.Equal(258, atlas.Countries.Count);
        Assert.Contains(atlas.RepairNotes, note => note.StartsWith("Egypt: Ring Self-intersection at 35.62", StringComparison.Ordinal));
        var egypt = atlas.Countries.Single(country => country.Name == "Egypt");
        Assert.True(egypt.Geometry.IsValid);
        var embedded = CountryAtlas.LoadEmbedded(AtlasScale.Scale10m).Countries.Single(country => country.Name == "Egypt").Geometry.Area;
        Assert.InRange(egypt.Geometry.Area, 0.99 * embedded, 1.01 * embedded);
        Assert.Equal("FR", atlas.Countries.Single(country => country.Name == "France").IsoCode);
        Assert.Equal("", atlas.Countries.Single(country => country.Name == "N. Cyprus").IsoCode);
    }

    [Fact]
    public void A_loose_shapefile_reads_as_its_zip_does()
    {
        var zip = SharedData.Require("naturalearth", "compact110m.zip");
        ZipFile.ExtractToDirectory(zip, folder.FullName);

        var loose = CountryAtlas.LoadShapefile(Path.Combine(folder.FullName, "ne_110m_admin_0_countries.shp"));

        var zipped = CountryAtlas.LoadShapefile(zip);
        Assert.Equal(zipped.Countries.Select(country => (country.Name, country.IsoCode)), loose.Countries.Select(country => (country.Name, country.IsoCode)));
    }

    [Fact]
    public void A_file_that_is_not_there_is_named()
    {
        var error = Assert.Throws<FileNotFoundException>(() => CountryAtlas.LoadShapefile(In("countries.shp")));
        Assert.Contains("countries.shp: no such file", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_zip_with_a_name_that_climbs_out_writes_nothing_and_is_refused()
    {
        Zip(("../../escaped.shp", []), ("../../escaped.dbf", []));

        Assert.Throws<InvalidDataException>(() => CountryAtlas.LoadShapefile(In("countries.zip")));

        Assert.Equal(["countries.zip"], folder.EnumerateFileSystemInfos().Select(entry => entry.Name));
        Assert.False(File.Exists(Path.Combine(folder.FullName, "..", "..", "escaped.shp")));
    }

    [Fact]
    public void A_zip_without_a_shapefile_is_refused_with_what_was_expected()
    {
        Zip(("readme.txt", "hello"u8.ToArray()));

        var error = Assert.Throws<InvalidDataException>(() => CountryAtlas.LoadShapefile(In("countries.zip")));

        Assert.Contains("expected exactly one .shp inside but found 0", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_member_that_inflates_beyond_the_bound_is_refused()
    {
        Zip(("countries.shp", new byte[65 << 20]), ("countries.dbf", []));

        var error = Assert.Throws<InvalidDataException>(() => CountryAtlas.LoadShapefile(In("countries.zip")));

        Assert.Contains("inflates to more than 64 MiB", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Rubbish_in_place_of_shapes_is_refused_by_file_name()
    {
        File.WriteAllBytes(In("countries.shp"), [.. Enumerable.Range(0, 500).Select(i => (byte)i)]);
        File.WriteAllBytes(In("countries.dbf"), [.. Enumerable.Range(0, 500).Select(i => (byte)(i * 7))]);

        var error = Assert.Throws<InvalidDataException>(() => CountryAtlas.LoadShapefile(In("countries.shp")));

        Assert.Contains("countries.shp", error.Message, StringComparison.Ordinal);
    }

    private string In(string name) => Path.Combine(folder.FullName, name);

    private void Zip(params (string Name, byte[] Content)[] members)
    {
        using var zip = ZipFile.Open(In("countries.zip"), ZipArchiveMode.Create);
        foreach (var (name, content) in members)
        {
            using var stream = zip.CreateEntry(name, CompressionLevel.Fastest).Open();
            stream.Write(content);
        }
    }
}
