namespace RruffGeo.Geography.Tests;

public sealed class GreatCircleTests
{
    private const double Quarter = Math.PI * GreatCircle.Radius / 2;

    [Theory]
    [InlineData(0, 0, 0, 90, 1)] // a quarter of the equator
    [InlineData(90, 0, 0, 123, 1)] // from the pole to the equator
    [InlineData(0, 0, 0, 180, 2)] // antipodes
    [InlineData(45, 30, -45, -150, 2)] // antipodes, where rounding may exceed 1
    [InlineData(0, 179, 0, -179, 2 / 90.0)] // across the antimeridian
    [InlineData(12, 34, 12, 34, 0)]
    public void Distances_on_circles_of_the_sphere_are_known(double latitude, double longitude, double otherLatitude, double otherLongitude, double quarters) =>
        Assert.Equal(quarters * Quarter, GreatCircle.Kilometres(new(latitude, longitude), new(otherLatitude, otherLongitude)), 6);
}
