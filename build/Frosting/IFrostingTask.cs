using Cake.Core;

namespace Cake.Frosting;

/// <summary>A task; the host registers every public class that is one.</summary>
public interface IFrostingTask
{
    /// <summary>Runs the task.</summary>
    Task RunAsync(ICakeContext context);
}
