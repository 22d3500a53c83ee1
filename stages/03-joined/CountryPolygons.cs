namespace RruffGeo.Stages;

/// <summary>Which country polygons stage 03 joins with.</summary>
/// <param name="ShapefilePath">A Natural Earth admin-0 shapefile (.shp, or a .zip that holds one); null for the embedded 1:10m polygons.</param>
/// <param name="Sha256">Digest of that file, lower-case hex; empty for the embedded polygons.</param>
public sealed record CountryPolygons(string? ShapefilePath, string Sha256);
