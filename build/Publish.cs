using Cake.Frosting;
using RruffGeo.Build.Arguments;
using RruffGeo.Build.Publishing;

namespace RruffGeo.Build;

/// <summary>A finished run as one file.</summary>
[TaskName("Publish"), TaskDescription("one checked, reproducible bundle of a run (a named, finished run as it stands; else it is made first); uploads it under GitHub Actions")]
[IsDependentOn(typeof(PaperTask))]
public sealed class PublishTask : FrostingTask<PaperContext>
{
    /// <inheritdoc/>
    public override void Run(PaperContext context)
    {
        if (context.Typed.Mode == RunMode.Plan)
            return;
        context.Summarise(failure: null);
        PublishRun.Write(context, context.Typed, Console.Out);
    }
}

/// <summary>Is a bundle what was published?</summary>
[TaskName("VerifyBundle"), TaskDescription("checks a published bundle and names what differs: --bundle=FILE; needs no store and no run")]
public sealed class VerifyBundleTask : FrostingTask<PaperContext>
{
    /// <inheritdoc/>
    public override void Run(PaperContext context) => PublishRun.Verify(context.Typed.Bundle!, Console.Out);
}
