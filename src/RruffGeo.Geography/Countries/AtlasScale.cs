namespace RruffGeo.Geography;

/// <summary>Scale of the embedded Natural Earth polygons.</summary>
public enum AtlasScale
{
    /// <summary>1:10,000,000, 254 countries: for the spatial join.</summary>
    Scale10m,

    /// <summary>1:110,000,000, 177 countries: for small maps; lacks small states and islands.</summary>
    Scale110m,
}
