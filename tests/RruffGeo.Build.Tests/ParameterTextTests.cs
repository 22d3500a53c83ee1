using CsCheck;
using RruffGeo.Build.Arguments;
using RruffGeo.Stages;

namespace RruffGeo.Build.Tests;

public sealed class ParameterTextTests
{
    [Fact]
    public void A_number_reads_back_as_itself() => Gen.Double.Where(double.IsFinite).Sample(
        number => ParameterText.TryParse(typeof(double), ParameterText.Of(number), out var read, out _) && number.Equals(read));

    [Theory]
    [InlineData(typeof(int), "3.0")]
    [InlineData(typeof(int), "1,000")]
    [InlineData(typeof(double), "0,5")]
    [InlineData(typeof(double), "NaN")]
    [InlineData(typeof(double), "1e999")]
    [InlineData(typeof(bool), "1")]
    [InlineData(typeof(int), "null")]
    public void What_is_no_value_of_the_type_is_refused(Type type, string text) => Assert.False(ParameterText.TryParse(type, text, out _, out _));

    [Fact]
    public void Parameters_are_written_with_their_defaults_in_ordinal_order() => Assert.Equal(
        ["Joined.Scale=10m", "Joined.SnapDegrees=0", "Joined.SyntheticRule=word"],
        ParameterText.Of("Joined", new JoinedParameters()).Select(pair => $"{pair.Key}={pair.Value}").Take(3));

    [Fact]
    public void An_open_parameter_is_written_as_null() =>
        Assert.Equal("null", ParameterText.Of("Resampled", new ResampledParameters())["Resampled.First"]);

    [Theory]
    [InlineData("demo")]
    [InlineData("quick")]
    [InlineData("paper")]
    public void Every_profile_sets_parameters_that_exist(string profile)
    {
        List<string> mistakes = [];
        ParameterSet.Of(Profile.Read(profile), mistakes);
        Assert.Empty(mistakes);
    }
}
