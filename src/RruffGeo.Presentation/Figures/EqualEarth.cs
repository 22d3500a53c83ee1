using RruffGeo.Presentation.Drawing;

namespace RruffGeo.Presentation.Figures;

/// <summary>The Equal Earth projection: equal areas on the globe are equal areas on the page.</summary>
/// <remarks>Šavrič, Patterson and Jenny 2018, eq. 5–6, for a unit sphere.</remarks>
internal static class EqualEarth
{
    private const double A1 = 1.340264;
    private const double A2 = -0.081106;
    private const double A3 = 0.000893;
    private const double A4 = 0.003796;

    /// <summary>Half the width of the projected world.</summary>
    public static double HalfWidth { get; } = Project(180, 0).X;

    /// <summary>Half the height of the projected world.</summary>
    public static double HalfHeight { get; } = -Project(0, 90).Y;

    /// <summary>Projects ° WGS 84 to the plane, y downwards.</summary>
    public static Place Project(double longitude, double latitude)
    {
        var θ = Math.Asin(Math.Sqrt(3) / 2 * Math.Sin(latitude * Math.PI / 180));
        var θ2 = θ * θ;
        var θ6 = θ2 * θ2 * θ2;
        var x = 2 * Math.Sqrt(3) * (longitude * Math.PI / 180) * Math.Cos(θ) / (3 * ((9 * A4 * θ6 * θ2) + (7 * A3 * θ6) + (3 * A2 * θ2) + A1));
        return new Place(x, -θ * ((A4 * θ6 * θ2) + (A3 * θ6) + (A2 * θ2) + A1));
    }
}
