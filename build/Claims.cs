using Cake.Frosting;
using RruffGeo.Build.Housekeeping;

namespace RruffGeo.Build;

/// <summary>The paper's numbers against themselves.</summary>
[TaskName("Claims"), TaskDescription("the claims that the paper's printed numbers decide alone; no data, no network; also as CSV and Markdown in outputs/claims")]
public sealed class ClaimsTask : FrostingTask<PaperContext>
{
    /// <inheritdoc/>
    public override void Run(PaperContext context) => PrintedClaims.Write(Path.Combine(context.Typed.Outputs, "claims"), Console.Out);
}
