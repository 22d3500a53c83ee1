namespace RruffGeo.Geography;

/// <summary>Distances on a sphere of the earth's mean radius (SCIENCE section 7).</summary>
public static class GreatCircle
{
    /// <summary>Mean radius of the earth, km.</summary>
    public const double Radius = 6371.0088;

    /// <summary>Distance by the haversine formula, km; at most π times the radius.</summary>
    public static double Kilometres(GeoPoint one, GeoPoint other)
    {
        var (latitude, otherLatitude) = (double.DegreesToRadians(one.Latitude), double.DegreesToRadians(other.Latitude));
        var northward = Math.Sin((otherLatitude - latitude) / 2);
        var eastward = Math.Sin(double.DegreesToRadians(other.Longitude - one.Longitude) / 2);
        var haversine = northward * northward + Math.Cos(latitude) * Math.Cos(otherLatitude) * eastward * eastward;
        return 2 * Radius * Math.Asin(Math.Min(1, Math.Sqrt(haversine)));
    }
}
