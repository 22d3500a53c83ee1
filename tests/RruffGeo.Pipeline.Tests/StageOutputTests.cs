namespace RruffGeo.Pipeline.Tests;

public sealed class StageOutputTests : IDisposable
{
    private readonly Sandbox sandbox = new();

    public void Dispose() => sandbox.Dispose();

    [Fact]
    public void A_stage_that_fails_publishes_nothing_and_keeps_its_checkpoints()
    {
        var request = sandbox.Stage("06-models", "weights");
        var failing = request with
        {
            Execute = workspace =>
            {
                File.WriteAllText(Path.Combine(workspace.Destination, "half.txt"), "half");
                File.WriteAllText(Path.Combine(workspace.Scratch, "epoch-3"), "checkpoint");
                throw new InvalidOperationException("loss is not a number");
            },
        };
        Assert.Equal("loss is not a number", Assert.Throws<InvalidOperationException>(() => sandbox.Produce(failing)).Message);
        Assert.Empty(sandbox.Records());
        Assert.Empty(sandbox.Blobs());
        Assert.Empty(Directory.GetFileSystemEntries(Path.Combine(sandbox.StoreFolder, "tmp")));

        string[] found = [];
        sandbox.Produce(request with
        {
            Execute = workspace =>
            {
                found = Directory.GetFiles(workspace.Scratch).Select(file => Path.GetFileName(file)).ToArray();
                request.Execute(workspace);
            },
        });

        Assert.Equal(["epoch-3"], found);
        Assert.Empty(Directory.GetFileSystemEntries(Path.Combine(sandbox.StoreFolder, "scratch")));
    }

    [Fact]
    public void A_stage_that_returns_after_it_was_cancelled_publishes_nothing()
    {
        using var cancellation = new CancellationTokenSource();
        var request = sandbox.Stage("06-models", "weights");

        Assert.ThrowsAny<OperationCanceledException>(() => sandbox.Engine.Produce(
            request with { Execute = workspace => { request.Execute(workspace); cancellation.Cancel(); } }, cancellation.Token));

        Assert.Empty(sandbox.Records());
    }

    [Fact]
    public void A_stage_that_leaves_nothing_is_an_error() =>
        Assert.Contains("left no file", Refused(_ => { }), StringComparison.Ordinal);

    [Fact]
    public void A_symbolic_link_among_the_outputs_is_refused()
    {
        var outside = Path.Combine(sandbox.Root, "outside");
        Directory.CreateDirectory(outside);
        File.WriteAllText(Path.Combine(outside, "secret.txt"), "secret");

        Assert.Contains("plain files", Refused(folder => File.CreateSymbolicLink(Path.Combine(folder, "link"), Path.Combine(outside, "secret.txt"))), StringComparison.Ordinal);
        Assert.Contains("plain files", Refused(folder => Directory.CreateSymbolicLink(Path.Combine(folder, "link"), outside)), StringComparison.Ordinal);
        Assert.Contains("plain files", Refused(folder => File.CreateSymbolicLink(Path.Combine(folder, "link"), "nowhere")), StringComparison.Ordinal);
    }

    [Fact]
    public void A_name_that_other_systems_cannot_hold_is_refused()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows itself refuses such names.");
        Assert.Contains("not every system", Refused(folder => File.WriteAllText(Path.Combine(folder, @"..\up"), "")), StringComparison.Ordinal);
    }

    [Fact]
    public void An_output_that_shares_its_bytes_with_another_file_is_copied_first()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Needs link(2).");
        var other = Path.Combine(sandbox.Root, "other.txt");
        File.WriteAllText(other, "shared");

        sandbox.Produce(sandbox.Stage("01-raw", "x") with
        {
            Execute = workspace => Assert.True(Files.Durable.TryLink(other, Path.Combine(workspace.Destination, "result.txt"))),
        });
        File.WriteAllText(other, "edited");

        Assert.Equal("shared", File.ReadAllText(Assert.Single(sandbox.Blobs())));
        Assert.Equal("shared", File.ReadAllText(sandbox.Output("01-raw/result.txt")));
    }

    [Fact]
    public void An_input_that_changes_while_the_stage_runs_stops_its_publication()
    {
        var archive = Path.Combine(sandbox.Root, "archive.zip");
        File.WriteAllText(archive, "old");
        var digest = PipelineStore.Open(sandbox.StoreFolder).DigestOf(archive);
        var request = sandbox.Stage("01-raw", "x", ("archive", digest)) with { InputPaths = Sandbox.Named(("archive", archive)) };

        var error = Assert.Throws<InputChangedException>(() => sandbox.Produce(request with
        {
            Execute = workspace =>
            {
                request.Execute(workspace);
                File.WriteAllText(archive, "new");
            },
        }));

        Assert.Equal(archive, error.Path);
        Assert.Empty(sandbox.Records());
    }

    [Fact]
    public void An_input_that_changed_before_the_stage_runs_stops_it()
    {
        var first = sandbox.Produce(sandbox.Stage("01-raw", "quartz"));
        File.WriteAllText(sandbox.Output("01-raw/notes.txt"), "a reader's own file is no change");
        var request = sandbox.Stage("02-geocoded", "x", ("raw", first.LogicalDigest)) with { InputPaths = Sandbox.Named(("raw", first.Folder)) };
        Assert.Equal(StageVerdict.Ran, sandbox.Produce(request).Verdict);

        File.WriteAllText(sandbox.Output("01-raw/result.txt"), "edited");

        Assert.Throws<InputChangedException>(() => sandbox.Produce(request with { SchemaVersion = 2 }));
        Assert.Equal("01-raw 02-geocoded", sandbox.TakeRan());
    }

    [Theory]
    [InlineData("../outside", "")]
    [InlineData("01-raw", "../../outside")]
    [InlineData("01-raw", "/outside")]
    [InlineData("", "")]
    public void A_stage_or_branch_that_leads_out_of_the_run_is_refused(string stage, string branch) =>
        Assert.Throws<ArgumentException>(() => sandbox.Produce(sandbox.Stage(stage, "x") with { Branch = branch }));

    private string Refused(Action<string> leave)
    {
        var error = Assert.Throws<InvalidDataException>(() => sandbox.Produce(
            sandbox.Stage("01-raw", "x") with { Execute = workspace => leave(workspace.Destination) }));
        Assert.Empty(sandbox.Records());
        return error.Message;
    }
}
