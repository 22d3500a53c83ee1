using System.IO.Compression;
using NetTopologySuite.Features;
using NetTopologySuite.IO.Esri;
using NetTopologySuite.IO.Esri.Shapefiles.Readers;

namespace RruffGeo.Geography;

/// <summary>Reads country polygons from a shapefile, loose or inside a zip.</summary>
/// <remarks>A zip is read in memory, member by member and with a bound on each: nothing is unpacked, so no name in it can lead anywhere.</remarks>
internal static class ShapefileCountries
{
    private const string NameColumn = "NAME";
    private const int MaximumMembers = 1_000;
    private const long MaximumBytes = 64L << 20;
    private const double Rounding = 1e-6; // degrees: Natural Earth's own files overstep 180° by some 1e-13
    private const long MaximumLooseBytes = 512L << 20;

    private static readonly string[] IsoColumns = ["ISO_A2_EH", "ISO_A2"];

    /// <summary>Reads all features, in file order; invalid shapes are returned as they are.</summary>
    public static IReadOnlyList<RawCountry> Read(string path)
    {
        if (!File.Exists(path))
            throw new FileNotFoundException($"{path}: no such file; expected a Natural Earth admin-0 shapefile (.shp, or .zip).", path);
        try
        {
            return Path.GetExtension(path).ToUpperInvariant() switch
            {
                ".SHP" => ReadLoose(path),
                ".ZIP" => ReadZipped(path),
                var other => throw new InvalidDataException($"{path}: expected a .shp or .zip but found '{other}'."),
            };
        }
        catch (Exception error) when (error is ShapefileException or not (IOException or InvalidDataException or UnauthorizedAccessException or OutOfMemoryException))
        {
            // The shapefile reader throws whatever its parsing runs into; to our caller all of it means the same.
            throw new InvalidDataException($"{path}: not a readable polygon shapefile: {error.Message}", error);
        }
    }

    private static List<RawCountry> ReadLoose(string path)
    {
        var table = Path.ChangeExtension(path, ".dbf");
        if (!File.Exists(table))
            throw new InvalidDataException($"{path}: expected its table {Path.GetFileName(table)} beside it; it holds the country names.");
        using var shapes = Open(path);
        using var attributes = Open(table);
        return ReadFeatures(path, shapes, attributes);
    }

    private static FileStream Open(string path)
    {
        var bytes = new FileInfo(path).Length;
        return bytes <= MaximumLooseBytes
            ? File.OpenRead(path)
            : throw new InvalidDataException($"{path}: {bytes >> 20} MiB; expected at most {MaximumLooseBytes >> 20}. Natural Earth's 1:10m countries have about 9.");
    }

    private static List<RawCountry> ReadZipped(string path)
    {
        using var zip = ZipFile.OpenRead(path);
        if (zip.Entries.Count > MaximumMembers)
            throw new InvalidDataException($"{path}: {zip.Entries.Count} members; expected at most {MaximumMembers}. Unpack the shapefile and give its .shp.");
        var shapefiles = zip.Entries.Where(entry => entry.Name.EndsWith(".shp", StringComparison.OrdinalIgnoreCase)).ToList();
        if (shapefiles is not [var shapefile])
            throw new InvalidDataException($"{path}: expected exactly one .shp inside but found {shapefiles.Count}. Unpack it and give the .shp.");
        var tableName = Path.ChangeExtension(shapefile.FullName, ".dbf");
        var table = zip.Entries.FirstOrDefault(entry => entry.FullName.Equals(tableName, StringComparison.OrdinalIgnoreCase))
            ?? throw new InvalidDataException($"{path}: {shapefile.FullName} has no {tableName} beside it; it holds the country names.");
        using var shapes = Inflate(path, shapefile);
        using var attributes = Inflate(path, table);
        return ReadFeatures(path, shapes, attributes);
    }

    private static MemoryStream Inflate(string path, ZipArchiveEntry entry)
    {
        var inflated = new MemoryStream();
        using var stream = entry.Open();
        var buffer = new byte[1 << 16];
        for (int read; (read = stream.Read(buffer)) > 0;)
        {
            inflated.Write(buffer, 0, read);
            if (inflated.Length > MaximumBytes) // counted, not believed from the zip's own directory
                throw new InvalidDataException($"{path}: {entry.FullName} inflates to more than {MaximumBytes >> 20} MiB; refused. Unpack it and give the .shp.");
        }

        inflated.Position = 0;
        return inflated;
    }

    private static List<RawCountry> ReadFeatures(string path, Stream shapes, Stream attributes)
    {
        var shapeCount = ShapefileBounds.CheckShapes(path, shapes);
        var (rows, encoding) = ShapefileBounds.CheckTable(path, attributes, NameColumn);
        if (shapeCount != rows)
            throw new InvalidDataException($"{path}: {shapeCount} shapes but {rows} rows in the .dbf; expected a row for each. The two files do not belong together.");

        // Strict reading throws on Natural Earth's own 10m Egypt, and the other modes lose points: PolygonRepair does better.
        var options = new ShapefileReaderOptions { GeometryBuilderMode = GeometryBuilderMode.IgnoreInvalidShapes, Encoding = encoding };
        var features = Shapefile.ReadAllFeatures(shapes, attributes, options);
        if (features.Length == 0)
            throw new InvalidDataException($"{path}: holds no features.");
        var columns = features[0].Attributes.GetNames();
        if (!columns.Contains(NameColumn))
            throw new InvalidDataException($"{path}: no column {NameColumn}; expected Natural Earth's admin-0 countries, found {string.Join(", ", columns)}.");
        var isoColumn = IsoColumns.FirstOrDefault(columns.Contains);
        return [.. features.Where(feature => !feature.Geometry.IsEmpty).Select(feature => ToCountry(path, feature, isoColumn))];
    }

    private static RawCountry ToCountry(string path, Feature feature, string? isoColumn)
    {
        var name = Text(feature, NameColumn);
        if (feature.Geometry.Coordinates.FirstOrDefault(at => !(double.Abs(at.X) <= 180 + Rounding && double.Abs(at.Y) <= 90 + Rounding)) is { } off) // also finds NaN
            throw new InvalidDataException(FormattableString.Invariant($"{path}: {name} has a point at ({off.X}, {off.Y}); expected degrees WGS 84, longitude before latitude. Take the unprojected file."));
        var iso = isoColumn is null ? CountryCodes.Alpha2(name) : Text(feature, isoColumn);
        return new RawCountry(name, iso == "-99" ? "" : iso, feature.Geometry, Dropped: 0);
    }

    private static string Text(Feature feature, string column) =>
        (feature.Attributes[column] as string)?.Trim('\0', ' ') ?? "";
}
