using RruffGeo.Build.Running;

namespace RruffGeo.Build.Tests;

public sealed class HeadStartTests
{
    // The thread that rehearses keeps faults to itself, so they must show here.
    [Fact]
    public void What_is_done_ahead_is_done_without_a_fault() => HeadStart.Rehearse();
}
