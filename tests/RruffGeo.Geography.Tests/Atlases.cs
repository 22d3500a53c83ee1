namespace RruffGeo.Geography.Tests;

/// <summary>Atlases that several tests read and none changes.</summary>
internal static class Atlases
{
    private static readonly Lazy<CountryAtlas> FineAtlas = new(() => CountryAtlas.LoadEmbedded(AtlasScale.Scale10m));

    public static CountryAtlas Fine => FineAtlas.Value;
}
