namespace RruffGeo.Geography;

/// <summary>A mineral site whose country is known from elsewhere than its coordinates.</summary>
/// <param name="Country">The country as its survey spells it; empty if it names none.</param>
/// <param name="Point">Where it lies.</param>
public sealed record MineralSite(string Country, GeoPoint Point);
