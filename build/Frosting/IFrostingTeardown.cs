using Cake.Core;

namespace Cake.Frosting;

/// <summary>Runs once after the last task, also after a failure.</summary>
public interface IFrostingTeardown
{
    /// <summary>Does what is left to do.</summary>
    void Teardown(ICakeContext context, ITeardownContext info);
}
