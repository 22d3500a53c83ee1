namespace RruffGeo.Pipeline.Tests;

public sealed class RecomputeTests : IDisposable
{
    private readonly Sandbox sandbox = new();

    public void Dispose() => sandbox.Dispose();

    [Fact]
    public void A_stage_that_gives_the_same_agrees_byte_for_byte_and_publishes_nothing()
    {
        var request = sandbox.Stage("01-raw", "quartz");
        sandbox.Produce(request);
        Assert.Equal(["result.txt Bytes"], Compared(request));
        Assert.Equal("01-raw 01-raw", sandbox.TakeRan());
        Assert.Single(sandbox.Records());
        Assert.Empty(Directory.GetFileSystemEntries(Path.Combine(sandbox.StoreFolder, "tmp")));
    }

    [Fact]
    public void A_stage_that_gives_something_else_each_time_is_found_out()
    {
        var (request, times) = (sandbox.Stage("01-raw", "quartz"), 0);
        var fickle = request with
        {
            Execute = workspace =>
            {
                File.WriteAllText(Path.Combine(workspace.Destination, "constant.txt"), "1");
                File.WriteAllText(Path.Combine(workspace.Destination, "result.txt"), $"{++times}");
                File.WriteAllText(Path.Combine(workspace.Destination, $"run-{times}.txt"), "");
            },
        };
        sandbox.Produce(fickle);
        Assert.Equal(["constant.txt Bytes", "result.txt None", "run-1.txt None", "run-2.txt None"], Compared(fickle));
    }

    [Fact]
    public void What_was_never_made_cannot_be_compared() => Assert.Null(sandbox.Engine.Recompute(
        sandbox.Stage("01-raw", "quartz"), recomputation => recomputation, TestContext.Current.CancellationToken));

    private List<string>? Compared(StageRequest request) => sandbox.Engine.Recompute(
        request, recomputation => recomputation.Files.Select(file => $"{file.Path} {file.Agreement}").ToList(), TestContext.Current.CancellationToken);
}
