namespace RruffGeo.Pipeline.Tests;

public sealed class DiskErrorTests : IDisposable
{
    private readonly Sandbox sandbox = new();

    public void Dispose() => sandbox.Dispose();

    [Fact]
    public void A_store_below_a_plain_file_is_an_error_that_names_it()
    {
        var file = Path.Combine(sandbox.Root, "file");
        File.WriteAllText(file, "");

        var error = Assert.Throws<PipelineStoreException>(() => PipelineStore.Open(Path.Combine(file, "store")));

        Assert.Equal(Path.Combine(file, "store"), error.Path);
        Assert.Contains("folder that you may write to", error.Message, StringComparison.Ordinal);
        Assert.True(File.Exists(file));
    }

    [Fact]
    public void A_store_on_a_read_only_file_system_is_an_error_that_names_it()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Needs /proc.");
        Assert.Equal("/proc/store", Assert.Throws<PipelineStoreException>(() => PipelineStore.Open("/proc/store")).Path);
    }

    [Fact]
    public void An_outputs_folder_that_cannot_be_written_leaves_the_result_in_the_store()
    {
        Directory.CreateDirectory(Path.GetDirectoryName(sandbox.RunFolder)!);
        File.WriteAllText(sandbox.RunFolder, "in the way");

        var error = Assert.Throws<PipelineStoreException>(() => sandbox.Produce(sandbox.Stage("01-raw", "quartz")));
        Assert.Equal(sandbox.Output("01-raw"), error.Path);
        Assert.Equal("in the way", File.ReadAllText(sandbox.RunFolder));

        File.Delete(sandbox.RunFolder);
        Assert.Equal(StageVerdict.Restored, sandbox.Produce(sandbox.Stage("01-raw", "quartz")).Verdict);
        Assert.Equal("01-raw", sandbox.TakeRan());
    }

    [Fact]
    public void A_folder_in_the_place_of_an_output_is_an_error_and_stays()
    {
        Directory.CreateDirectory(sandbox.Output("01-raw/result.txt"));

        Assert.Equal(sandbox.Output("01-raw"), Assert.Throws<PipelineStoreException>(() => sandbox.Produce(sandbox.Stage("01-raw", "quartz"))).Path);
        Assert.True(Directory.Exists(sandbox.Output("01-raw/result.txt")));
    }

    [Fact]
    public void A_full_disk_inside_a_stage_is_an_error_that_says_so()
    {
        Assert.SkipUnless(File.Exists("/dev/full"), "Needs /dev/full.");
        var request = sandbox.Stage("01-raw", "quartz") with
        {
            Execute = _ =>
            {
                using var full = new FileStream("/dev/full", FileMode.Open, FileAccess.Write);
                full.Write(new byte[100_000]);
                full.Flush();
            },
        };

        var error = Assert.Throws<PipelineStoreException>(() => sandbox.Produce(request));

        Assert.Equal($"{sandbox.StoreFolder}: the disk is full. Free some room there or choose another place, then run again; finished stages are kept.", error.Message);
        Assert.Empty(sandbox.Records());
        Assert.Empty(Directory.GetFileSystemEntries(Path.Combine(sandbox.StoreFolder, "tmp")));
    }

    [Fact]
    public void A_disk_that_fails_while_publishing_keeps_what_was_there()
    {
        sandbox.Produce(sandbox.Stage("01-raw", "quartz"));
        var store = PipelineStore.Open(sandbox.StoreFolder);
        store.Failpoint = step =>
        {
            if (step == "blob synchronised")
                throw new IOException("No space left on device", 28);
        };
        sandbox.Engine = new PipelineEngine(store, sandbox.RunFolder, sandbox);

        Assert.Contains("the disk is full", Assert.Throws<PipelineStoreException>(() => sandbox.Produce(sandbox.Stage("01-raw", "calcite"))).Message, StringComparison.Ordinal);

        Assert.Equal("quartz", File.ReadAllText(sandbox.Output("01-raw/result.txt")));
        Assert.Single(sandbox.Records());
        Assert.Equal(StageVerdict.UpToDate, sandbox.Produce(sandbox.Stage("01-raw", "quartz")).Verdict);
        Assert.Equal(StageVerdict.Ran, Again().Verdict);
    }

    [Fact]
    public void A_missing_input_file_is_named()
    {
        var missing = Path.Combine(sandbox.Root, "LR-Raman.zip");
        Assert.Equal(missing, Assert.Throws<FileNotFoundException>(() => PipelineStore.Open(sandbox.StoreFolder).DigestOf(missing)).FileName);
    }

    private StageResult Again()
    {
        sandbox.Engine = sandbox.NewEngine();
        return sandbox.Produce(sandbox.Stage("01-raw", "calcite"));
    }
}
