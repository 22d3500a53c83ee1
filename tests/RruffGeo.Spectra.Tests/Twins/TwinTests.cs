namespace RruffGeo.Spectra.Tests;

public sealed class TwinTests
{
    [Fact]
    public void Axes_overlap_where_one_is_a_part_of_the_other_or_both_go_on()
    {
        float[] whole = [1, 2, 3.5f, 4, 5];

        Assert.Equal(new AxisOverlap(0, 0, 5), AxisOverlap.Of(whole, whole));
        Assert.Equal(new AxisOverlap(1, 0, 3), AxisOverlap.Of(whole, [2, 3.5f, 4]));
        Assert.Equal(new AxisOverlap(0, 1, 5), AxisOverlap.Of(whole, [0.5f, 1, 2, 3.5f, 4, 5]));
        Assert.Equal(new AxisOverlap(2, 0, 3), AxisOverlap.Of(whole, [3.5f, 4, 5, 6, 7]));
        Assert.Null(AxisOverlap.Of(whole, [2, 3, 4]));
        Assert.Null(AxisOverlap.Of(whole, [6, 7]));
        Assert.Null(AxisOverlap.Of(whole, [2.5f, 3.5f]));
        Assert.Null(AxisOverlap.Of(whole, []));
    }

    [Fact]
    public void A_measurement_is_like_itself_after_a_baseline_and_a_factor_are_taken_away()
    {
        var raw = Measured(seed: 1);
        float[] processed = [.. raw.Select((value, i) => (3 * value) - (0.2f * i) - 40)];

        Assert.InRange(TwinSimilarity.Shape(raw, processed), 0.999, 1);
        Assert.InRange(TwinSimilarity.Detail(raw, processed), 0.999, 1);
    }

    [Fact]
    public void Two_measurements_of_one_mineral_share_their_shape_but_not_their_detail()
    {
        Assert.InRange(TwinSimilarity.Shape(Measured(seed: 1), Measured(seed: 2)), 0.9, 1);
        Assert.InRange(TwinSimilarity.Detail(Measured(seed: 1), Measured(seed: 2)), -0.5, 0.5);
    }

    // The baseline of a constant is the constant: nothing is left above it.
    [Fact]
    public void What_does_not_vary_correlates_with_nothing()
    {
        Assert.Equal(0, TwinSimilarity.Shape([1, 1, 1, 1], [1, 2, 1, 5]));
        Assert.Equal(0, TwinSimilarity.Detail(new float[40], Measured(1).AsSpan(0, 40)));
        Assert.Equal(0, TwinSimilarity.Detail([1, 5, 1, 1], [1, 5, 1, 1]));
        Assert.Throws<ArgumentException>(() => TwinSimilarity.Shape([1, 2, 3], [1, 2, 3, 4]));
        Assert.Throws<ArgumentException>(() => TwinSimilarity.Detail([1, 2, 3], [1, 2, 3, 4]));
    }

    [Fact]
    public void Candidates_share_wavenumbers_or_intensities_and_are_named_once()
    {
        float[] axis = [.. Enumerable.Range(0, 700).Select(i => 100.5f + i)];
        float[] moved = [.. axis.Select(wavenumber => wavenumber + 0.25f)];
        var (first, other) = (Measured(1), Measured(2));
        var candidates = new TwinCandidates();
        candidates.Add(0, axis, first);
        candidates.Add(1, axis, other);
        candidates.Add(2, axis.AsSpan(60, 500), first.AsSpan(60, 500));
        candidates.Add(3, moved, [.. first.Select(value => 2 * value)]);
        candidates.Add(4, moved, first);

        Assert.Equal([(0, 2), (0, 4), (3, 4)], candidates.Pairs(TestContext.Current.CancellationToken));
    }

    private static float[] Measured(int seed)
    {
        var random = new Random(seed);
        return [.. Enumerable.Range(0, 700).Select(i => (float)(
            (900 * Math.Exp(-Math.Pow((i - 300) / 6.0, 2))) + (400 * Math.Exp(-Math.Pow((i - 480) / 8.0, 2))) + (0.3 * i) + (10 * random.NextDouble())))];
    }
}
