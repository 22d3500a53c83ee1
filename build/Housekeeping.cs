using Cake.Frosting;
using RruffGeo.Build.Arguments;
using RruffGeo.Build.Bench;
using RruffGeo.Build.Housekeeping;
using RruffGeo.Demo;
using RruffGeo.Geography;

namespace RruffGeo.Build;

/// <summary>Says what a run would do.</summary>
[TaskName("Plan"), TaskDescription("what would run, and why; runs nothing (with --exit-code: 3 if anything would)")]
[IsDependentOn(typeof(PaperTask))]
public sealed class PlanTask : FrostingTask<PaperContext>;

/// <summary>Says what a run would do, and from which changes it follows.</summary>
[TaskName("Explain"), TaskDescription("as Plan, down to the changes from which it follows; with --against=RUN: why two runs differ")]
[IsDependentOn(typeof(PaperTask))]
public sealed class ExplainTask : FrostingTask<PaperContext>;

/// <summary>Draws the stages.</summary>
[TaskName("Graph"), TaskDescription("the stages and their states, as Mermaid and SVG")]
[IsDependentOn(typeof(PaperTask))]
public sealed class GraphTask : FrostingTask<PaperContext>;

/// <summary>Compares two runs.</summary>
[TaskName("Diff"), TaskDescription("parameters, metrics and table rows that differ from those of --against=RUN; also as JSON in the run's folder")]
public sealed class DiffTask : FrostingTask<PaperContext>
{
    /// <inheritdoc/>
    public override void Run(PaperContext context) => RunDiff.Print(context.Typed, Console.Out);
}

/// <summary>Reads every byte of the store.</summary>
[TaskName("Verify"), TaskDescription("re-hashes the store and all runs; quarantines what is damaged, which the next run makes anew")]
public sealed class VerifyTask : FrostingTask<PaperContext>
{
    /// <inheritdoc/>
    public override void Run(PaperContext context) => StoreUpkeep.Verify(context.Typed, Console.Out);
}

/// <summary>Makes room in the store.</summary>
[TaskName("Gc"), TaskDescription("deletes from the store what no kept run has: --older-than=DAYS --size=GB --keep=RUN --dry-run")]
public sealed class GcTask : FrostingTask<PaperContext>
{
    /// <inheritdoc/>
    public override void Run(PaperContext context) => StoreUpkeep.Clean(context.Typed, Console.Out);
}

/// <summary>Repeats a share of a run.</summary>
[TaskName("Recheck"), TaskDescription("runs a share of the stages again (--sample=0.25) and compares with what is kept")]
[IsDependentOn(typeof(PaperTask))]
public sealed class RecheckTask : FrostingTask<PaperContext>;

/// <summary>Runs all tests.</summary>
[TaskName("Test"), TaskDescription("all tests; ends with 'N passed, N failed, N skipped'")]
public sealed class TestTask : FrostingTask<PaperContext>
{
    /// <inheritdoc/>
    public override void Run(PaperContext context) => TestRun.Run(context);
}

/// <summary>Everything a change has to pass.</summary>
[TaskName("Check"), TaskDescription("format, warnings as errors, tests; the demo run, a share of it twice (--sample=0.25) with equal results")]
public sealed class CheckTask : FrostingTask<PaperContext>
{
    /// <inheritdoc/>
    public override void Run(PaperContext context)
    {
        // Not 'dotnet format' alone: its third part runs the analyzers, as the build does, and sees types of the host twice.
        DotNet.Run(context, "format", "whitespace", "RruffGeo.sln", "--verify-no-changes");
        DotNet.Run(context, "format", "style", "RruffGeo.sln", "--verify-no-changes");
        DotNet.Run(context, "build", "RruffGeo.sln", "--configuration", "Release", "-warnaserror", "-nologo");
        TestRun.Run(context);
        DemoRecheck.Run(context);
    }
}

/// <summary>Measures what the project promises to be fast.</summary>
[TaskName("Bench"), TaskDescription("stage 01 beside merely inflating its archives (--archives=DIR, or the demo corpus); stage 04; the join beside prepared geometries; training beside the matrix product and PyTorch")]
public sealed class BenchTask : FrostingTask<PaperContext>
{
    /// <inheritdoc/>
    public override void Run(PaperContext context)
    {
        var folder = Directory.CreateTempSubdirectory("rruffgeo-bench-");
        try
        {
            if (context.Typed.Archives is null)
                DemoCorpus.Write(folder.FullName, context.Parameters.Demo, CancellationToken.None);
            var archives = Directory.GetFiles(context.Typed.Archives ?? folder.FullName, "*.zip").Order(StringComparer.Ordinal);
            Console.WriteLine(RawBench.Run([.. archives], folder.FullName, CancellationToken.None));
            Console.WriteLine(ResamplingBench.Run(folder.FullName, points: 2048, CancellationToken.None));
            Console.WriteLine(JoinBench.Run(CountryAtlas.LoadEmbedded(AtlasScale.Scale10m), CancellationToken.None));
            TrainingBench.Run(Console.Out);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}

/// <summary>Measures what the engine promises.</summary>
[TaskName("BenchEngine"), TaskDescription("the engine's overhead, lookups, hashing; a run with nothing to do beside make and snakemake, where they are installed")]
public sealed class BenchEngineTask : FrostingTask<PaperContext>
{
    /// <inheritdoc/>
    public override void Run(PaperContext context)
    {
        if (context.Typed.Bench is { } folder)
        {
            EngineBench.FindNothingToDo(folder);
            return;
        }

        EngineBench.Run(Console.Out);
        var (typed, real) = (context.Typed, context.Typed.Corpus == Corpus.Rruff);
        NoWorkBench.Run(
            [$"--outputs={typed.Outputs}", $"--store={typed.Store}", $"--run={typed.Run}", .. real ? ["--corpus=rruff", $"--archives={typed.Archives}", "--offline"] : Array.Empty<string>()],
            real ? "Folds" : "Paper", Console.Out);
    }
}

/// <summary>Deletes a run; the store can lay it out again.</summary>
[TaskName("Clean"), TaskDescription("deletes the run named by --run (default: demo); keeps the store")]
public sealed class CleanTask : FrostingTask<PaperContext>
{
    /// <inheritdoc/>
    public override void Run(PaperContext context)
    {
        if (Directory.Exists(context.Typed.RunFolder))
            Directory.Delete(context.Typed.RunFolder, recursive: true);
    }
}
