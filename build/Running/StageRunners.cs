using RruffGeo.Build.Arguments;
using RruffGeo.Build.Display;

namespace RruffGeo.Build.Running;

/// <summary>Chooses what is done with the stages.</summary>
internal static class StageRunners
{
    /// <summary>The runner that the arguments ask for.</summary>
    /// <param name="arguments">The checked command line.</param>
    /// <param name="makeUpstream">Runs the task of a stage whose artifact is read but was not asked for.</param>
    public static IStageRunner New(PaperArguments arguments, Action<string> makeUpstream) => arguments.Mode switch
    {
        RunMode.Plan => new PlanRunner(arguments, Displays.ForThisConsole(), makeUpstream),
        RunMode.Standing => new StandingRunner(),
        _ => new EngineRunner(arguments, Displays.ForThisConsole(), makeUpstream),
    };
}
