using Cake.Core;
using Cake.Frosting;

namespace RruffGeo.Build;

/// <summary>Prints what came of the run.</summary>
public sealed class PaperTeardown : IFrostingTeardown
{
    /// <inheritdoc/>
    public void Teardown(ICakeContext context, ITeardownContext info) => ((PaperContext)context).Summarise(info.ThrownException);
}
