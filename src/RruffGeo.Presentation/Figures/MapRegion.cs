using System.Collections.Immutable;

namespace RruffGeo.Presentation.Figures;

/// <summary>A country's outline.</summary>
/// <param name="Name">Its name, by which counts are matched.</param>
/// <param name="Rings">Closed rings of (longitude, latitude), ° WGS 84, filled by the even-odd rule: inner rings are holes.</param>
public sealed record MapRegion(string Name, ImmutableArray<ImmutableArray<(double Longitude, double Latitude)>> Rings);

/// <summary>A country too small for the map's scale, shown as a disc.</summary>
/// <param name="Name">Its name, by which counts are matched.</param>
/// <param name="Longitude">° WGS 84.</param>
/// <param name="Latitude">° WGS 84.</param>
public sealed record MapIslet(string Name, double Longitude, double Latitude);
