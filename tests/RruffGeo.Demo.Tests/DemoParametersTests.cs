namespace RruffGeo.Demo.Tests;

public sealed class DemoParametersTests
{
    public static TheoryData<DemoParameters> Nonsense =>
    [
        new DemoParameters { SpecimensPerOccurrence = 0 },
        new DemoParameters { Scans = 6 },
        new DemoParameters { Fingerprint = 1.01 },
        new DemoParameters { Fingerprint = double.NaN },
        new DemoParameters { CountryEffect = -1 },
        new DemoParameters { NoisePercent = 51 },
        new DemoParameters { SyntheticSpecimens = -1 },
        new DemoParameters { UnknownSpecimens = 101 },
        new DemoParameters { Kinds = (DemoKinds)9 },
    ];

    [Fact]
    public void Both_corpora_are_valid()
    {
        new DemoParameters().Validate();
        DemoParameters.WithoutLeak.Validate();
    }

    [Theory, MemberData(nameof(Nonsense), DisableDiscoveryEnumeration = true)]
    public void A_value_outside_its_range_is_refused(DemoParameters parameters) =>
        Assert.Throws<ArgumentOutOfRangeException>(parameters.Validate);
}
