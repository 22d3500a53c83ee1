namespace RruffGeo.Geography;

/// <summary>A place on the ellipsoid WGS 84.</summary>
/// <param name="Latitude">Degrees north, −90 … 90.</param>
/// <param name="Longitude">Degrees east, −180 … 180.</param>
public readonly record struct GeoPoint(double Latitude, double Longitude)
{
    /// <summary>Degrees north, −90 … 90.</summary>
    public double Latitude { get; } = Within(Latitude, 90, nameof(Latitude));

    /// <summary>Degrees east, −180 … 180.</summary>
    public double Longitude { get; } = Within(Longitude, 180, nameof(Longitude));

    private static double Within(double degrees, double limit, string name) =>
        double.Abs(degrees) <= limit // also refuses NaN
            ? degrees
            : throw new ArgumentOutOfRangeException(name, degrees, $"Expected {-limit} … {limit} degrees.");
}
