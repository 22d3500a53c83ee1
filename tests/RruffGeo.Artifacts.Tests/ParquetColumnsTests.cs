namespace RruffGeo.Artifacts.Tests;

public sealed class ParquetColumnsTests
{
    [Theory]
    [InlineData("LaserNanometres", "laser_nanometres")]
    [InlineData("SpectrumId", "spectrum_id")]
    [InlineData("F1", "f1")]
    [InlineData("PooledF1", "pooled_f1")]
    [InlineData("MeanF1Score", "mean_f1_score")]
    [InlineData("Sha256", "sha256")]
    [InlineData("RruffURLText", "rruff_url_text")]
    public void A_column_is_named_after_its_property_in_snake_case(string property, string column) =>
        Assert.Equal(column, ParquetColumns<NameOnly>.NameOf(property));

    [Fact]
    public void Columns_follow_the_declaration_and_leave_out_what_cannot_be_set() =>
        Assert.Equal(["spectrum_id", "intensities"], ParquetColumns<Spectrum>.All.ToArray().Select(column => column.Name));
}
