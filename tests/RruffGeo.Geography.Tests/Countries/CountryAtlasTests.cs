using System.Globalization;
using System.Text.RegularExpressions;

namespace RruffGeo.Geography.Tests;

public sealed class CountryAtlasTests
{
    [Theory]
    [InlineData(AtlasScale.Scale10m, 254)]
    [InlineData(AtlasScale.Scale110m, 177)]
    public void The_embedded_atlas_has_all_countries_of_its_scale_in_ordinal_order(AtlasScale scale, int countries)
    {
        var atlas = CountryAtlas.LoadEmbedded(scale);

        var names = atlas.Countries.Select(country => country.Name).ToList();
        Assert.Equal(countries, names.Distinct().Count());
        Assert.Equal(names.Order(StringComparer.Ordinal), names);
    }

    [Fact]
    public void Every_geometry_is_valid_after_loading() =>
        Assert.All(CountryAtlas.LoadEmbedded(AtlasScale.Scale10m).Countries, country => Assert.True(country.Geometry.IsValid, country.Name));

    [Fact]
    public void A_country_without_area_is_left_out_with_a_note()
    {
        Assert.DoesNotContain(CountryAtlas.LoadEmbedded(AtlasScale.Scale10m).Countries, country => country.Name == "Vatican");
        Assert.Contains("Vatican: left out, its polygons enclose no area at this scale.", CountryAtlas.LoadEmbedded(AtlasScale.Scale10m).RepairNotes);
    }

    [Fact]
    public void Repairs_change_no_area_by_more_than_a_hundredth()
    {
        var areas = CountryAtlas.LoadEmbedded(AtlasScale.Scale10m).RepairNotes
            .Select(note => Regex.Match(note, "area (?<before>[0-9.]+) → (?<after>[0-9.]+) square degrees"))
            .Where(match => match.Success)
            .Select(match => (Before: Number(match, "before"), After: Number(match, "after")))
            .ToList();

        Assert.True(areas.Count > 20);
        Assert.All(areas, area => Assert.InRange(area.After, (0.99 * area.Before) - 0.0001, (1.01 * area.Before) + 0.0001));

        static double Number(Match match, string group) => double.Parse(match.Groups[group].Value, CultureInfo.InvariantCulture);
    }

    [Theory]
    [InlineData("Russia", 2850, 3000)] // 17.1 million km² at about 12,365·cos φ km² a square degree
    [InlineData("Fiji", 1.4, 1.8)]
    [InlineData("Antarctica", 5900, 6200)]
    public void A_country_across_the_antimeridian_is_cut_there(string name, double least, double most)
    {
        foreach (var atlas in Enum.GetValues<AtlasScale>().Select(CountryAtlas.LoadEmbedded))
        {
            var geometry = atlas.Countries.Single(country => country.Name == name).Geometry;
            Assert.InRange(geometry.Area, least, most);
            Assert.Equal((-180.0, 180.0), (geometry.EnvelopeInternal.MinX, geometry.EnvelopeInternal.MaxX));
        }
    }

    [Theory]
    [InlineData("France", "FR")]
    [InlineData("Norway", "NO")]
    [InlineData("Dem. Rep. Congo", "CD")]
    [InlineData("Australia", "AU")]
    [InlineData("Kosovo", "XK")]
    [InlineData("N. Cyprus", "")]
    [InlineData("Somaliland", "")]
    public void A_country_carries_its_alpha_2_code(string name, string code) =>
        Assert.Equal(code, CountryAtlas.LoadEmbedded(AtlasScale.Scale10m).Countries.Single(country => country.Name == name).IsoCode);

    [Fact]
    public void The_code_table_and_the_polygons_name_the_same_countries()
    {
        var polygons = CountryAtlas.LoadEmbedded(AtlasScale.Scale10m).Countries.Where(country => country.IsoCode != "" && country.Name != "Ashmore and Cartier Is.");
        Assert.Equal(
            CountryCodes.All.Select(row => row.Name).Except(["Vatican", "Indian Ocean Ter."]).Order(StringComparer.Ordinal),
            polygons.Select(country => country.Name));
        Assert.All(polygons, country => Assert.Equal(country.Name, CountryCodes.Name(country.IsoCode)));
    }

    [Fact]
    public void A_label_point_lies_in_the_largest_part_of_its_country()
    {
        var states = CountryAtlas.LoadEmbedded(AtlasScale.Scale10m).Countries.Single(country => country.Name == "United States of America");
        Assert.InRange(states.LabelPoint.Latitude, 25, 49);
        Assert.InRange(states.LabelPoint.Longitude, -125, -67);
        Assert.All(
            CountryAtlas.LoadEmbedded(AtlasScale.Scale10m).Countries,
            country => Assert.True(country.Geometry.Contains(country.Geometry.Factory.CreatePoint(
                new NetTopologySuite.Geometries.Coordinate(country.LabelPoint.Longitude, country.LabelPoint.Latitude))), country.Name));
    }

    [Fact]
    public void The_notice_travels_with_the_data()
    {
        Assert.Contains("Made with Natural Earth", DataNotice.Text, StringComparison.Ordinal);
        Assert.Contains("Contains data from GeoNames (https://www.geonames.org), CC BY 4.0", DataNotice.Text, StringComparison.Ordinal);
        Assert.Contains("Permission to use, copy, modify, and/or distribute", DataNotice.Text, StringComparison.Ordinal);
    }
}
