namespace RruffGeo.Models.Tests.ConvNeXt;

public sealed class StochasticMasksTests
{
    [Fact]
    public void A_branch_is_dropped_at_its_rate_and_scaled_up_when_kept()
    {
        var masks = Draw([0, 0.25], dropout: 0, samples: 40_000);
        Assert.Null(masks.Branches[0]);
        Assert.Null(masks.Features);
        Assert.Equal([0, 1 / 0.75f], masks.Branches[1]!.Distinct().Order());
        Assert.Equal(0.25, masks.Branches[1]!.Count(factor => factor == 0) / 40_000.0, 0.011);
    }

    [Fact]
    public void Dropout_has_one_draw_per_sample_and_feature()
    {
        var masks = Draw([0], dropout: 0.5, samples: 1000);
        Assert.Equal(8000, masks.Features!.Length);
        Assert.Equal(1, masks.Features.Average(), 0.06);
    }

    private static StochasticMasks Draw(double[] rates, double dropout, int samples) => StochasticMasks.Draw(
        [.. rates], new RandomStream(1, RandomPurpose.DropPath), dropout, new RandomStream(1, RandomPurpose.Dropout), samples, width: 8);
}
