// Makes countries-{10m,110m}.br from npm's world-atlas 2.0.2, and nothing else. Run in this folder: dotnet run derive-countries.cs
#:project ../RruffGeo.Geography.csproj
#:property PublishAot=false

using System.Diagnostics;
using System.Formats.Tar;
using System.IO.Compression;
using System.Security.Cryptography;
using RruffGeo.Geography;

const string TarballSha256 = "032e7765f2ce00edaeafec23ff22bc3b77e42987c257da944cc585b452c05b97";

string[] sizes = ["10m", "110m"];
var folder = Directory.CreateTempSubdirectory("world-atlas-");
try
{
    using (var npm = Process.Start(new ProcessStartInfo("npm", "pack --silent world-atlas@2.0.2") { WorkingDirectory = folder.FullName })!)
        npm.WaitForExit();
    var tarball = File.ReadAllBytes(Path.Combine(folder.FullName, "world-atlas-2.0.2.tgz"));
    var found = Convert.ToHexStringLower(SHA256.HashData(tarball));
    if (found != TarballSha256)
        throw new InvalidDataException($"world-atlas-2.0.2.tgz: expected SHA-256 {TarballSha256} but received {found}.");

    using var tar = new TarReader(new GZipStream(new MemoryStream(tarball), CompressionMode.Decompress));
    while (tar.GetNextEntry() is { } entry)
    {
        foreach (var size in sizes.Where(size => entry.Name == $"package/countries-{size}.json"))
        {
            var (countries, grid) = TopoJsonCountries.Read(entry.DataStream!);
            var atlas = CountryAtlas.Repaired(entry.Name, countries);
            using var file = File.Create($"countries-{size}.br");
            using var compressed = new BrotliStream(file, CompressionLevel.SmallestSize);
            StoredCountries.Write(compressed, grid, atlas.Countries, atlas.RepairNotes);
        }
    }
}
finally
{
    folder.Delete(recursive: true);
}
