using System.Collections.Immutable;
using System.Reflection;
using Cake.Frosting;
using RruffGeo.Build.Arguments;
using RruffGeo.Build.Running;
using static RruffGeo.Build.Tests.HouseRulesTests;

namespace RruffGeo.Build.Tests;

public sealed class PaperTests
{
    [Fact]
    public void Every_stage_is_made_by_the_task_of_its_name() => Assert.Equal(
        ["01-raw", "02-geocoded", "03-joined", "04-resampled", "05-folds", "06-models", "06-baselines", "07-metrics", "08-paper"],
        TaskNames.Stages.SelectMany(name => WiringsOf(name).Select(wiring => wiring.Stage)).Distinct().Where(stage => stage != "00-corpus"));

    [Fact]
    public void Tasks_depend_on_nothing_that_they_do_not_read() => Nobody(
        from name in TaskNames.Stages
        from dependency in DependenciesOf(TypeOf(name))
        where !ReadsOf(name).Contains(NameOf(dependency))
        select $"{name} depends on {NameOf(dependency)} and does not read it",
        "Take the [IsDependentOn] away, or read the artifact.");

    [Fact]
    public void Tasks_reach_all_that_they_read() => Nobody(
        from name in TaskNames.Stages
        from read in ReadsOf(name)
        where !ReachedFrom(TypeOf(name)).Contains(read)
        select $"{name} reads {read} and does not depend on it",
        "Add [IsDependentOn(typeof(…Task))].");

    [Fact]
    public void Stages_read_only_stages_of_lower_number() => Nobody(
        from wiring in TaskNames.Stages.SelectMany(name => WiringsOf(name))
        from read in wiring.Reads
        where string.CompareOrdinal(read[..2], wiring.Stage[..2]) >= 0
        select $"{wiring.Stage} reads {read}",
        "A stage uses only what lower-numbered stages made.");

    [Fact]
    public void A_training_is_wired_for_every_protocol_and_fold() => Assert.Equal(
        [
            .. from protocol in (string[])["row", "specimen"]
               from fold in Enumerable.Range(0, 5)
               select $"06-models/{protocol}/convnext1d/fold-{fold}",
        ],
        WiringsOf("Models").Select(wiring => wiring.Name));

    [Fact]
    public void A_run_without_fitted_baselines_asks_for_none()
    {
        var recorder = new RecordingRunner();
        new BaselinesTask().Run(new PaperContext(new NoCake(), Typed.Arguments("corpus=demo", "set=Baselines.Models="), (_, _) => recorder));
        Assert.Empty(recorder.Made);
    }

    [Fact]
    public void A_key_has_the_parameters_of_its_own_stage_and_no_others() => Assert.All(
        TaskNames.Stages, name => Assert.All(
            WiringsOf(name).Where(wiring => wiring.Stage != "00-corpus"),
            wiring => Assert.All(wiring.Parameters.Keys, parameter => Assert.StartsWith(name + ".", parameter, StringComparison.Ordinal))));

    [Fact]
    public void Every_task_is_public_named_and_described() => Nobody(
        from type in typeof(PaperContext).Assembly.GetTypes()
        where typeof(IFrostingTask).IsAssignableFrom(type) && type is { IsClass: true, IsAbstract: false }
        where !type.IsPublic || type.GetCustomAttribute<TaskNameAttribute>() is null || type.GetCustomAttribute<TaskDescriptionAttribute>() is null
        select type.FullName,
        "Frosting does not see internal tasks, and --description lists the others: make it public, with [TaskName] and [TaskDescription].");

    private static ImmutableArray<StageWiring> WiringsOf(string task)
    {
        var recorder = new RecordingRunner();
        var context = new PaperContext(new NoCake(), new PaperArguments(), (_, _) => recorder);
        ((FrostingTask<PaperContext>)Activator.CreateInstance(TypeOf(task))!).Run(context);
        return [.. recorder.Made];
    }

    private static IEnumerable<string> ReadsOf(string task) => WiringsOf(task)
        .SelectMany(wiring => wiring.Reads).Where(read => !read.StartsWith("00-", StringComparison.Ordinal)).Select(TaskNames.Of).Distinct();

    private static HashSet<string> ReachedFrom(Type task)
    {
        var reached = new HashSet<string>();
        var open = new Stack<Type>(DependenciesOf(task));
        while (open.TryPop(out var next))
            if (reached.Add(NameOf(next)))
                foreach (var dependency in DependenciesOf(next))
                    open.Push(dependency);
        return reached;
    }

    private static IEnumerable<Type> DependenciesOf(Type task) => task.GetCustomAttributes<IsDependentOnAttribute>().Select(attribute => attribute.Task);

    private static string NameOf(Type task) => task.GetCustomAttribute<TaskNameAttribute>()!.Name;

    private static Type TypeOf(string task) => typeof(PaperContext).Assembly.GetExportedTypes()
        .Single(type => type.GetCustomAttribute<TaskNameAttribute>()?.Name == task);
}
