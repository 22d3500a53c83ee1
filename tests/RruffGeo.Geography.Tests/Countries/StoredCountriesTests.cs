using NetTopologySuite.Geometries;
using NetTopologySuite.IO;

namespace RruffGeo.Geography.Tests;

public sealed class StoredCountriesTests
{
    [Fact]
    public void Countries_come_back_to_the_last_bit_on_the_grid_and_off_it()
    {
        var grid = new QuantisedGrid(0.0036000360003600037, 0.0016885772698826986, -180, -85.22193775799991);
        var (west, south, inside) = (grid.X(47_000), grid.Y(53_000), 1 / 3.0);
        Coordinate[] shell = [new(west, south), new(west + 20, south), new(west + 20 + inside, south + 9), new(grid.X(47_010), grid.Y(56_000)), new(west, south)];
        var hole = new WKTReader().Read("POLYGON ((0 10, 1 10, 1 11, 0 10))").Coordinates;
        var factory = GeometryFactory.Default;
        var geometry = factory.CreateMultiPolygon(
            [factory.CreatePolygon(factory.CreateLinearRing(shell), [factory.CreateLinearRing(hole)]), factory.CreatePolygon([new(-1, -1), new(-2, -1), new(-2, -2), new(-1, -1)])]);
        CountryShape[] countries = [CountryShape.Of("Côte d'Ivoire", "CI", geometry), CountryShape.Of("Nameless", "", geometry.GetGeometryN(1))];
        using var stored = new MemoryStream();

        StoredCountries.Write(stored, grid, countries, ["a note", "another"]);
        stored.Position = 0;
        var (read, notes) = StoredCountries.Read(stored);

        Assert.Equal(["a note", "another"], notes);
        Assert.Equal(countries.Select(country => (country.Name, country.IsoCode, country.LabelPoint)), read.Select(country => (country.Name, country.IsoCode, country.LabelPoint)));
        Assert.All(countries.Zip(read), pair => Assert.True(pair.First.Geometry.EqualsExact(pair.Second.Geometry), pair.First.Name));
    }
}
