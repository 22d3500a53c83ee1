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
}
