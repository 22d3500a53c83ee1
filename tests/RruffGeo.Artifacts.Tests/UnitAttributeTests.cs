using RruffGeo.Artifacts;

namespace RruffGeo.Artifacts.Tests;

public sealed class UnitAttributeTests
{
    [Fact]
    public void A_unit_is_kept_as_the_field_writes_it() => Assert.Equal("cm⁻¹", new UnitAttribute("cm⁻¹").Unit);
}
