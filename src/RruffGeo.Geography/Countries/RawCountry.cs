using NetTopologySuite.Geometries;

namespace RruffGeo.Geography;

/// <summary>A country as a file gives it, before repair.</summary>
/// <param name="Name">NAME.</param>
/// <param name="IsoCode">ISO_A2_EH; empty if none.</param>
/// <param name="Geometry">Polygon or MultiPolygon, perhaps invalid.</param>
/// <param name="Dropped">Rings that were left out because they enclose nothing.</param>
internal sealed record RawCountry(string Name, string IsoCode, Geometry Geometry, int Dropped);
