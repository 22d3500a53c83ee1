using System.Text.Json;

namespace RruffGeo.Build.Publishing;

/// <summary>Holds <c>ro-crate-metadata.json</c> against the files it describes.</summary>
internal static class CrateCheck
{
    private static readonly string[] notParts = [BundleNames.Crate, BundleNames.Statement, BundleNames.Checksums];

    public static IReadOnlyList<string> Of(IReadOnlyDictionary<string, BundleFile> present)
    {
        if (!present.TryGetValue(BundleNames.Crate, out var file))
            return [$"missing: {BundleNames.Crate}"];
        try
        {
            using var json = JsonDocument.Parse(file.Content, new JsonDocumentOptions { MaxDepth = 16 });
            var described = json.RootElement.GetProperty("@graph").EnumerateArray()
                .Where(entity => entity.GetProperty("@type").GetString() == "File")
                .ToDictionary(entity => Uri.UnescapeDataString(entity.GetProperty("@id").GetString()!), entity => entity.GetProperty("sha256").GetString(), StringComparer.Ordinal);
            return
            [
                .. from part in described.OrderBy(part => part.Key, StringComparer.Ordinal)
                   where !present.TryGetValue(part.Key, out var found) || found.Sha256 != part.Value
                   select $"{BundleNames.Crate} describes {BundleReader.Printable(part.Key)} with SHA-256 {BundleReader.Printable(part.Value ?? "")}, which is not here",
                .. present.Keys.Where(path => !described.ContainsKey(path) && !notParts.Contains(path)).Order(StringComparer.Ordinal)
                    .Select(path => $"{BundleNames.Crate} does not describe {BundleReader.Printable(path)}"),
            ];
        }
        catch (Exception fault) when (fault is JsonException or KeyNotFoundException or InvalidOperationException or ArgumentException)
        {
            return [$"{BundleNames.Crate} is no RO-Crate: {BundleReader.Printable(fault.Message)}"];
        }
    }
}
