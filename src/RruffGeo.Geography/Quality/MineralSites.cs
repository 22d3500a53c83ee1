using System.Globalization;
using System.IO.Compression;
using CsvHelper;

namespace RruffGeo.Geography;

/// <summary>Reads a table of mineral sites: tab-separated with a header, plain or gzipped; columns <c>country</c>, <c>lat</c>, <c>lon</c>, others ignored.</summary>
public static class MineralSites
{
    private const long MaximumBytes = 1L << 30;
    private static readonly string[] Needed = ["country", "lat", "lon"];

    /// <summary>Reads the sites that have coordinates, in file order.</summary>
    /// <param name="path">The table; a name that ends in <c>.gz</c> is inflated while read.</param>
    /// <exception cref="InvalidDataException">A column is missing, a coordinate is no number or out of range, or the table is larger than 1 GiB.</exception>
    public static IEnumerable<MineralSite> Read(string path)
    {
        using Stream file = File.OpenRead(path);
        using var table = path.EndsWith(".gz", StringComparison.OrdinalIgnoreCase) ? new GZipStream(file, CompressionMode.Decompress) : file;
        using var csv = CsvReader.Create(table, new CsvReaderOptions { Separator = '\t', MaxRecordSize = 1 << 20, TrackLineNumbers = true });
        var columns = csv.Headers.ToArray();
        foreach (var column in Needed.Except(columns))
            throw new InvalidDataException($"{path}: no column '{column}'; found '{string.Join(", ", columns)}'.");
        while (csv.Read())
        {
            if (csv.ByteOffset > MaximumBytes)
                throw new InvalidDataException($"{path}: more than {MaximumBytes >> 30} GiB; refused.");
            if (csv.GetString("lat") is { Length: > 0 } latitude && csv.GetString("lon") is { Length: > 0 } longitude)
                yield return new MineralSite(csv.GetString("country"), Point(path, csv.LineNumber, latitude, longitude));
        }
    }

    private static GeoPoint Point(string path, long line, string latitude, string longitude) =>
        double.TryParse(latitude, CultureInfo.InvariantCulture, out var north) && double.TryParse(longitude, CultureInfo.InvariantCulture, out var east)
        && double.Abs(north) <= 90 && double.Abs(east) <= 180
            ? new GeoPoint(north, east)
            : throw new InvalidDataException($"{path}({line}): expected degrees but found lat '{latitude}', lon '{longitude}'.");
}
