using Cake.Frosting;
using RruffGeo.Build.Bench;
using RruffGeo.Build.Housekeeping;
using RruffGeo.Demo;

namespace RruffGeo.Build;

/// <summary>Says what a run would do.</summary>
[TaskName("Plan"), TaskDescription("what would run, and why; runs nothing (with --exit-code: 3 if anything would)")]
[IsDependentOn(typeof(PaperTask))]
public sealed class PlanTask : FrostingTask<PaperContext>;

/// <summary>Says what a run would do, with the keys.</summary>
[TaskName("Explain"), TaskDescription("as Plan, with each stage's key")]
[IsDependentOn(typeof(PaperTask))]
public sealed class ExplainTask : FrostingTask<PaperContext>;

/// <summary>Runs all tests.</summary>
[TaskName("Test"), TaskDescription("all tests; ends with 'N passed, N failed, N skipped'")]
public sealed class TestTask : FrostingTask<PaperContext>
{
    /// <inheritdoc/>
    public override void Run(PaperContext context) => TestRun.Run(context);
}

/// <summary>Everything a change has to pass.</summary>
[TaskName("Check"), TaskDescription("format, warnings as errors, tests, the demo run twice with equal digests")]
public sealed class CheckTask : FrostingTask<PaperContext>
{
    /// <inheritdoc/>
    public override void Run(PaperContext context)
    {
        DotNet.Run(context, "format", "RruffGeo.sln", "--verify-no-changes");
        DotNet.Run(context, "build", "RruffGeo.sln", "--configuration", "Release", "-warnaserror", "-nologo");
        TestRun.Run(context);
        TwoDemoRuns.Compare(context);
    }
}

/// <summary>Measures what the project promises to be fast.</summary>
[TaskName("Bench"), TaskDescription("stage 01 beside merely inflating its archives (--archives=DIR, or the demo corpus); training beside the matrix product")]
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
            TrainingBench.Run(Console.Out);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
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
