using System.Collections.Immutable;
using System.Reflection;
using Cake.Core;
using Cake.Frosting;
using RruffGeo.Artifacts;
using RruffGeo.Build.Arguments;
using RruffGeo.Build.Running;
using RruffGeo.Pipeline.Scheduling;

namespace RruffGeo.Build;

/// <summary>What every task is given: the checked arguments, and the one way to make an artifact.</summary>
public sealed partial class PaperContext : FrostingContext
{
    private readonly Lazy<IStageRunner> runner;
    private bool summarised;

    /// <summary>Reads and checks the arguments.</summary>
    /// <exception cref="Cake.Core.CakeException">The command line is wrong; every mistake is named.</exception>
    public PaperContext(ICakeContext context)
        : this(context, ArgumentReader.Read(context.Arguments, ProjectRoot.Path), StageRunners.New)
    {
    }

    internal PaperContext(ICakeContext context, PaperArguments arguments, Func<PaperArguments, Action<string>, IStageRunner> newRunner)
        : base(context)
    {
        Typed = arguments;
        runner = new Lazy<IStageRunner>(() => newRunner(arguments, RunTaskOf));
    }

    internal PaperArguments Typed { get; }

    internal ParameterSet Parameters => Typed.Parameters;

    /// <summary>Makes an artifact from one other.</summary>
    internal void Produce<T, T1, TParameters>(
        Artifact<T> artifact, Func<T1, TParameters, StageContext, T> stage, Artifact<T1> first, TParameters parameters)
        where TParameters : class =>
        Make(artifact, stage.Method, parameters, [first.Stage], context => stage(Open(first), parameters, context));

    /// <summary>Makes an artifact from two others.</summary>
    internal void Produce<T, T1, T2, TParameters>(
        Artifact<T> artifact, Func<T1, T2, TParameters, StageContext, T> stage, Artifact<T1> first, Artifact<T2> second, TParameters parameters)
        where TParameters : class =>
        Make(artifact, stage.Method, parameters, [first.Stage, second.Stage], context => stage(Open(first), Open(second), parameters, context));

    /// <summary>Makes an artifact from three others.</summary>
    internal void Produce<T, T1, T2, T3, TParameters>(
        Artifact<T> artifact, Func<T1, T2, T3, TParameters, StageContext, T> stage,
        Artifact<T1> first, Artifact<T2> second, Artifact<T3> third, TParameters parameters)
        where TParameters : class =>
        Make(artifact, stage.Method, parameters, [first.Stage, second.Stage, third.Stage],
            context => stage(Open(first), Open(second), Open(third), parameters, context));

    /// <summary>Makes an artifact from six others.</summary>
    internal void Produce<T, T1, T2, T3, T4, T5, T6, TParameters>(
        Artifact<T> artifact, Func<T1, T2, T3, T4, T5, T6, TParameters, StageContext, T> stage,
        Artifact<T1> first, Artifact<T2> second, Artifact<T3> third, Artifact<T4> fourth, Artifact<T5> fifth, Artifact<T6> sixth, TParameters parameters)
        where TParameters : class =>
        Make(artifact, stage.Method, parameters, [first.Stage, second.Stage, third.Stage, fourth.Stage, fifth.Stage, sixth.Stage],
            context => stage(Open(first), Open(second), Open(third), Open(fourth), Open(fifth), Open(sixth), parameters, context));

    /// <summary>Makes an artifact from seven others.</summary>
    internal void Produce<T, T1, T2, T3, T4, T5, T6, T7, TParameters>(
        Artifact<T> artifact, Func<T1, T2, T3, T4, T5, T6, T7, TParameters, StageContext, T> stage,
        Artifact<T1> first, Artifact<T2> second, Artifact<T3> third, Artifact<T4> fourth, Artifact<T5> fifth, Artifact<T6> sixth,
        Artifact<T7> seventh, TParameters parameters)
        where TParameters : class =>
        Make(artifact, stage.Method, parameters,
            [first.Stage, second.Stage, third.Stage, fourth.Stage, fifth.Stage, sixth.Stage, seventh.Stage],
            context => stage(
                Open(first), Open(second), Open(third), Open(fourth), Open(fifth), Open(sixth), Open(seventh), parameters, context));

    /// <summary>Makes an artifact from eight others.</summary>
    internal void Produce<T, T1, T2, T3, T4, T5, T6, T7, T8, TParameters>(
        Artifact<T> artifact, Func<T1, T2, T3, T4, T5, T6, T7, T8, TParameters, StageContext, T> stage,
        Artifact<T1> first, Artifact<T2> second, Artifact<T3> third, Artifact<T4> fourth, Artifact<T5> fifth, Artifact<T6> sixth,
        Artifact<T7> seventh, Artifact<T8> eighth, TParameters parameters)
        where TParameters : class =>
        Make(artifact, stage.Method, parameters,
            [first.Stage, second.Stage, third.Stage, fourth.Stage, fifth.Stage, sixth.Stage, seventh.Stage, eighth.Stage],
            context => stage(
                Open(first), Open(second), Open(third), Open(fourth), Open(fifth), Open(sixth), Open(seventh), Open(eighth), parameters, context));

    /// <summary>Makes the branches of an artifact, each with a key of its own, several at a time.</summary>
    internal void ProduceBranches<T, T1, T2, TParameters, TBranch>(
        Func<TBranch, Artifact<T>> artifactOf, Func<T1, T2, TParameters, TBranch, StageContext, T> stage,
        Artifact<T1> first, Artifact<T2> second, TParameters parameters, IReadOnlyList<TBranch> branches, Func<TBranch, string> folderOf, Resources need)
        where TParameters : class =>
        MakeAll(
        [
            .. branches.Select(branch => Wire(
                artifactOf(branch), stage.Method, parameters, [first.Stage, second.Stage],
                context => stage(Open(first), Open(second), parameters, branch, context)) with { Branch = folderOf(branch), Need = need }),
        ]);

    /// <summary>Ends the run: writes its lock file and prints what came of it, if a stage was asked for at all. Once; what follows finds a finished run.</summary>
    internal void Summarise(Exception? failure)
    {
        if (!runner.IsValueCreated || summarised)
            return;
        summarised = true;
        using (runner.Value)
            runner.Value.Summarise(failure);
    }

    private static StageWiring Wire<T, TParameters>(
        Artifact<T> artifact, MethodInfo function, TParameters parameters, ImmutableArray<string> reads, Func<StageContext, T> run)
        where TParameters : class => new()
        {
            Stage = artifact.Stage,
            SchemaVersion = artifact.SchemaVersion,
            Tier = artifact.Tier,
            Function = function,
            Parameters = ParameterText.Of(TaskNames.Of(artifact.Stage), parameters),
            Reads = reads,
            Run = context => run(context),
        };

    private void Make<T, TParameters>(
        Artifact<T> artifact, MethodInfo function, TParameters parameters, ImmutableArray<string> reads, Func<StageContext, T> run)
        where TParameters : class =>
        MakeAll([Wire(artifact, function, parameters, reads, run)]);

    private void MakeAll(IReadOnlyList<StageWiring> branches)
    {
        if (branches.Count == 0 || Typed.Engine.Until is { } last && TaskNames.IndexOf(TaskNames.Of(branches[0].Stage)) > TaskNames.IndexOf(last))
            return;
        if (branches.Count == 1)
            runner.Value.Make(branches[0]);
        else
            runner.Value.MakeAll(branches);
    }

    private void RunTaskOf(string stage) => ((FrostingTask<PaperContext>)Activator.CreateInstance(TaskNames.TaskOf(stage))!).Run(this);

    private T Open<T>(Artifact<T> artifact) => artifact.Open(runner.Value.FolderOf(artifact.Stage));
}
