using CsCheck;

namespace RruffGeo.Pipeline.Tests;

public sealed class ReturningTests : IDisposable
{
    private readonly Sandbox sandbox = new();

    public void Dispose() => sandbox.Dispose();

    [Fact]
    public void Whatever_changes_in_between_going_back_runs_nothing()
    {
        var changes = Gen.Int[0, 3].Array[1, 4];
        changes.Sample(
            steps =>
            {
                var values = new int[3];
                Make(values);
                foreach (var step in steps.Where(step => step < values.Length))
                {
                    values[step]++;
                    Make(values);
                }

                sandbox.TakeRan();
                Make(new int[3]);
                Assert.Equal("", sandbox.TakeRan());
            },
            iter: 6, threads: 1);
    }

    // Three stages in a row; each reads the one before it.
    private void Make(int[] values)
    {
        var input = "";
        for (var stage = 0; stage < values.Length; stage++)
            input = sandbox.Produce(sandbox.Stage($"0{stage}-stage", $"{values[stage]}", ("before", input))).LogicalDigest;
    }
}
