using RruffGeo.Build.Housekeeping;

namespace RruffGeo.Build.Tests;

public sealed class HousekeepingTests
{
    [Fact]
    public void Tests_are_counted_from_the_closing_summary()
    {
        var counts = new TestCounts();
        foreach (var line in (string[])["failed Some.Test (3ms)", "Test run summary: Failed!", "  total: 42", "  failed: 1", "  succeeded: 38", "  skipped: 3", "  duration: 9s"])
            counts.Read(line);
        Assert.Equal("38 passed, 1 failed, 3 skipped", counts.ToString());
    }

    [Fact]
    public void Two_equal_locks_have_no_difference() => Assert.Null(TwoDemoRuns.FirstDifference(["a", "b"], ["a", "b"]));

    [Fact]
    public void The_first_difference_of_two_locks_is_named()
    {
        Assert.Equal("line 2 is 'b' and 'c'.", TwoDemoRuns.FirstDifference(["a", "b"], ["a", "c"]));
        Assert.Equal("line 2 is 'b' and ''.", TwoDemoRuns.FirstDifference(["a", "b"], ["a"]));
    }
}
