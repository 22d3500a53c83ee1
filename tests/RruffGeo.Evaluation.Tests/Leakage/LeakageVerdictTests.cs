namespace RruffGeo.Evaluation.Tests;

public sealed class LeakageVerdictTests
{
    [Fact]
    public void Shared_units_and_an_excess_beyond_chance_are_a_leak() =>
        Assert.Equal("leaks", Describe(12, new Interval(0.01, 0.2)));

    [Fact]
    public void Shared_units_whose_excess_may_be_chance_are_no_leak() =>
        Assert.Equal("shares units, no effect seen", Describe(12, new Interval(-0.01, 0.2)));

    [Fact]
    public void A_split_that_shares_nothing_is_clean_whatever_its_score() =>
        Assert.Equal("clean", Describe(0, new Interval(0.1, 0.2)));

    [Fact]
    public void Without_a_specimen_score_the_effect_is_untested() =>
        Assert.Equal("shares units, effect untested", Describe(3, null));

    private static string Describe(int sharedRows, Interval? excess) =>
        LeakageVerdicts.Describe(LeakageVerdicts.Decide(sharedRows, excess));
}
