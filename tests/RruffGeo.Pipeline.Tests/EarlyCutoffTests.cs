namespace RruffGeo.Pipeline.Tests;

public sealed class EarlyCutoffTests : IDisposable
{
    private readonly Sandbox sandbox = new();

    public EarlyCutoffTests() => sandbox.Engine = NewEngine();

    public void Dispose() => sandbox.Dispose();

    [Fact]
    public void Another_writer_of_the_same_table_reruns_nothing_after_it()
    {
        var first = Raw("QUARTZ", "writer 1");
        Assert.Equal(StageVerdict.Ran, Geocoded(first).Verdict);

        var second = Raw("quartz", "writer 2");

        Assert.Equal(StageVerdict.Ran, second.Verdict);
        Assert.NotEqual(first.Key, second.Key);
        Assert.Equal(first.LogicalDigest, second.LogicalDigest);
        Assert.Equal("quartz", File.ReadAllText(sandbox.Output("01-raw/table.parquet")));
        Assert.Equal(StageVerdict.UpToDate, Geocoded(second).Verdict);
    }

    [Fact]
    public void Another_value_in_the_table_reruns_what_reads_it()
    {
        Geocoded(Raw("quartz", "writer 1"));
        Assert.Equal(StageVerdict.Ran, Geocoded(Raw("calcite", "writer 1")).Verdict);
    }

    [Fact]
    public void Artifacts_kept_in_the_store_that_say_the_same_keep_their_own_bytes()
    {
        var first = Produce(RawRequest("QUARTZ", "writer 1") with { Materialise = false });
        var second = Produce(RawRequest("quartz", "writer 2") with { Materialise = false });

        Assert.Equal(first.LogicalDigest, second.LogicalDigest);
        Assert.Equal("QUARTZ", File.ReadAllText(Path.Combine(first.Folder, "table.parquet")));
        Assert.Equal("quartz", File.ReadAllText(Path.Combine(second.Folder, "table.parquet")));
    }

    [Fact]
    public void The_lock_file_names_bytes_and_meaning()
    {
        Raw("QUARTZ", "writer 1");
        sandbox.Engine.WriteLock();
        var text = File.ReadAllText(sandbox.Output("paper.lock"));
        Assert.Contains($"\nmeaning.table.parquet = {new string('6', 64)}\n", text, StringComparison.Ordinal);
        Assert.Contains("\noutput.table.parquet = ", text, StringComparison.Ordinal);
        Assert.Contains("\ntier = logical\n", text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_record_of_an_earlier_engine_is_a_miss_without_a_warning()
    {
        Raw("quartz", "writer 1");
        var record = Assert.Single(sandbox.Records());
        File.WriteAllText(record, File.ReadAllText(record).Replace("manifest/v2", "manifest/v1", StringComparison.Ordinal));
        Assert.Equal(StageVerdict.Ran, Raw("quartz", "writer 1").Verdict);
        Assert.Empty(sandbox.Warnings);
    }

    [Fact]
    public void An_input_that_was_written_anew_with_the_same_meaning_during_a_stage_spoils_its_result()
    {
        var raw = Raw("QUARTZ", "writer 1");
        var reads = GeocodedRequest(raw) with { InputPaths = Sandbox.Named(("raw", raw.Folder)) };
        Assert.Throws<InputChangedException>(() => Produce(reads with
        {
            Execute = workspace =>
            {
                reads.Execute(workspace);
                File.WriteAllText(Path.Combine(raw.Folder, "table.parquet"), "quartz, being written");
            },
        }));
        Assert.Single(sandbox.Records());
    }

    // Letters in the other case mean the same; the digest of a word is its length repeated.
    private static string? MeaningOf(string path) => path.EndsWith(".parquet", StringComparison.Ordinal)
        ? new string((char)('0' + File.ReadAllText(path).Length % 10), 64) : null;

    private PipelineEngine NewEngine() => new(PipelineStore.Open(sandbox.StoreFolder, MeaningOf), sandbox.RunFolder, sandbox);

    private StageResult Produce(StageRequest request) => sandbox.Engine.Produce(request, TestContext.Current.CancellationToken);

    private StageResult Raw(string content, string writer) => Produce(RawRequest(content, writer));

    private StageRequest RawRequest(string content, string writer) => sandbox.Stage("01-raw", content) with
    {
        CodeDigest = writer,
        Execute = workspace => File.WriteAllText(Path.Combine(workspace.Destination, "table.parquet"), content),
    };

    private StageResult Geocoded(StageResult raw) => Produce(GeocodedRequest(raw));

    private StageRequest GeocodedRequest(StageResult raw) => sandbox.Stage("02-geocoded", "points", ("raw", raw.LogicalDigest));
}
