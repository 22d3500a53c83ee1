using System.Reflection;
using RruffGeo.Pipeline.Worker;

namespace RruffGeo.Pipeline.Tests.Code;

public sealed class CodeIdentityTests : IDisposable
{
    private static readonly string[] ownAssemblies = [typeof(CodeIdentityTests).Assembly.Location, typeof(PipelineEngine).Assembly.Location, typeof(TwoStages).Assembly.Location];
    private readonly Sandbox sandbox = new();

    public void Dispose() => sandbox.Dispose();

    [Fact]
    public void Functions_that_do_different_things_have_different_digests()
    {
        using var identity = CodeIdentity.Open(ownAssemblies, Store);
        Assert.NotEqual(identity.DigestOf(MethodOf(Functions.One)), identity.DigestOf(MethodOf(Functions.Two)));
        Assert.True(Files.FileDigest.IsDigest(identity.DigestOf(MethodOf(Functions.One))));
    }

    [Fact]
    public void A_digest_is_the_same_in_another_store_and_whatever_was_digested_before()
    {
        using var first = CodeIdentity.Open(ownAssemblies, Store);
        var two = first.DigestOf(MethodOf(Functions.Two));
        var engine = first.DigestOf(typeof(PipelineEngine).GetMethod(nameof(PipelineEngine.Produce))!);
        using var second = CodeIdentity.Open([.. ownAssemblies.Reverse()], PipelineStore.Open(Path.Combine(sandbox.Root, "other")));

        Assert.Equal(engine, second.DigestOf(typeof(PipelineEngine).GetMethod(nameof(PipelineEngine.Produce))!));
        Assert.Equal(two, second.DigestOf(MethodOf(Functions.Two)));
    }

    [Fact]
    public void A_second_process_reads_no_assembly()
    {
        string digest;
        using (var first = CodeIdentity.Open(ownAssemblies, Store))
            digest = first.DigestOf(MethodOf(Functions.One));
        var index = Assert.Single(Directory.GetFiles(Path.Combine(sandbox.StoreFolder, "code"), "index-*.txt"));
        var forged = new string('f', 64);
        File.WriteAllText(index, File.ReadAllText(index).Replace(digest, forged, StringComparison.Ordinal));
        File.Copy(Path.Combine(sandbox.StoreFolder, "code", digest + ".txt"), Path.Combine(sandbox.StoreFolder, "code", forged + ".txt"));

        using var second = CodeIdentity.Open(ownAssemblies, Store);

        Assert.Equal(forged, second.DigestOf(MethodOf(Functions.One)));
    }

    [Fact]
    public void An_index_that_is_garbage_is_made_anew()
    {
        string digest;
        using (var first = CodeIdentity.Open(ownAssemblies, Store))
            digest = first.DigestOf(MethodOf(Functions.One));
        File.WriteAllText(Assert.Single(Directory.GetFiles(Path.Combine(sandbox.StoreFolder, "code"), "index-*.txt")), "garbage\n\t\n");

        using var second = CodeIdentity.Open(ownAssemblies, Store);

        Assert.Equal(digest, second.DigestOf(MethodOf(Functions.One)));
    }

    [Fact]
    public void A_function_of_no_assembly_of_ours_is_refused()
    {
        using var identity = CodeIdentity.Open([typeof(PipelineEngine).Assembly.Location], Store);
        Assert.Contains("not in the assemblies given", Assert.Throws<ArgumentException>(() => identity.DigestOf(MethodOf(Functions.One))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_reason_for_a_run_names_the_code_that_changed()
    {
        using var identity = CodeIdentity.Open(ownAssemblies, Store);
        sandbox.Produce(sandbox.Stage("01-raw", "quartz") with { CodeDigest = identity.DigestOf(MethodOf(Functions.One)) });
        sandbox.Produce(sandbox.Stage("01-raw", "quartz") with { CodeDigest = identity.DigestOf(MethodOf(Functions.Two)) });

        const string Name = "RruffGeo.Pipeline.Tests.Code.CodeIdentityTests+Functions";
        Assert.Equal($"code: {Name}.One, {Name}.Twice, {Name}.Two", sandbox.Reasons.Last());
    }

    private PipelineStore Store => PipelineStore.Open(sandbox.StoreFolder);

    private static MethodInfo MethodOf(Func<int, int> function) => function.Method;

    private static class Functions
    {
        internal static int One(int x) => x + 1;

        internal static int Two(int x) => Twice(x + 1);

        private static int Twice(int x) => 2 * x;
    }
}
