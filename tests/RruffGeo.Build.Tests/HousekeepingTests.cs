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
    public void A_test_that_never_ended_counts_as_failed_and_is_named()
    {
        var counts = new TestCounts();
        counts.Read("  succeeded: 38");
        Assert.Equal("Some.Namespace.Type.It_hangs(value: 1)", counts.ReadHung("[00:10:00] Some.Namespace.Type.It_hangs(value: 1)"));
        Assert.Null(counts.ReadHung("The following tests were still running:"));
        Assert.Equal("38 passed, 1 failed, 0 skipped", counts.ToString());
    }
}
