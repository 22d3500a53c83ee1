namespace RruffGeo.Geography;

/// <summary>An administrative unit of the gazetteer.</summary>
/// <param name="Name">GeoNames' name.</param>
/// <param name="Country">NAME of its country.</param>
/// <param name="Parent">The first-order unit that holds it; null for a first-order unit.</param>
/// <param name="Point">Its medoid city.</param>
internal sealed record AdminUnit(string Name, string Country, AdminUnit? Parent, GeoPoint Point)
{
    /// <summary>The name with the units that hold it, such as <c>Gila County, Arizona, United States of America</c>.</summary>
    public string FullName => Parent is null ? $"{Name}, {Country}" : $"{Name}, {Parent.FullName}";
}

/// <summary>A populated place of the gazetteer.</summary>
/// <param name="Name">GeoNames' name.</param>
/// <param name="Admin1">First-order unit; null if none is named.</param>
/// <param name="Admin2">Second-order unit; null if none is named.</param>
/// <param name="Point">Where it lies, to 0.0001°.</param>
/// <param name="Population">Inhabitants, rounded up to hundreds; 0 if not known.</param>
internal readonly record struct City(string Name, AdminUnit? Admin1, AdminUnit? Admin2, GeoPoint Point, int Population);
