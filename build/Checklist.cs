using Cake.Frosting;
using RruffGeo.Build.Housekeeping;

namespace RruffGeo.Build;

/// <summary>The cards and checklists of a run.</summary>
[TaskName("Checklist"), TaskDescription("model card, data card, leakage and reproducibility checklists, each answer with the files that prove it; their digests are compared")]
[IsDependentOn(typeof(PaperTask))]
public sealed class ChecklistTask : FrostingTask<PaperContext>
{
    /// <inheritdoc/>
    public override void Run(PaperContext context) => ProvenAnswers.Print(context.Typed.RunFolder, Console.Out);
}
