using System.ComponentModel.Design;
using System.Reflection;
using Cake.Cli;
using Cake.Core;
using Cake.Core.Configuration;
using Cake.Core.Diagnostics;
using Cake.Core.IO;
using Cake.Core.Scripting;
using Cake.Core.Tooling;

namespace Cake.Frosting;

/// <summary>Finds the tasks of the entry assembly and runs those that the command line asks for, by Cake's engine.</summary>
public sealed class CakeHost
{
    private readonly List<Assembly> assemblies = Assembly.GetEntryAssembly() is { } entry ? [entry] : [];

    internal Type Context { get; set; } = typeof(FrostingContext);

    internal Type? Teardown { get; set; }

    /// <summary>Also takes the tasks of <paramref name="assembly"/>.</summary>
    public CakeHost AddAssembly(Assembly assembly)
    {
        assemblies.Add(assembly);
        return this;
    }

    /// <summary>Runs the targets that <paramref name="args"/> name.</summary>
    /// <returns>0, or the exit code of the <see cref="CakeException"/> that ended the run, or 1.</returns>
    public int Run(IEnumerable<string> args)
    {
        var environment = new CakeEnvironment(new CakePlatform(), new CakeRuntime());
        var console = new CakeConsole(environment);
        var log = new CakeBuildLog(console);
        try
        {
            var line = new CommandLine(args);
            log.Verbosity = line.Verbosity;
            var (context, data) = NewContext(environment, log, line);
            var engine = new CakeEngine(data, log);
            foreach (var task in assemblies.Distinct().SelectMany(assembly => assembly.GetExportedTypes()).Where(IsTask))
                Register(engine, task);
            if (Teardown is { } teardown)
                engine.RegisterTeardownAction(info => New<IFrostingTeardown>(teardown).Teardown(context, info));
            var host = NewScriptHost(line, engine, context, console);
            if (line.Has("exclusive"))
                host.Settings.UseExclusiveTarget();
            host.RunTargetsAsync(line.Targets).GetAwaiter().GetResult();
            return 0;
        }
        catch (Exception exception) when (exception is not OutOfMemoryException)
        {
            return log.LogException(exception);
        }
    }

    private static bool IsTask(Type type) => typeof(IFrostingTask).IsAssignableFrom(type) && type is { IsClass: true, IsAbstract: false };

    private static string NameOf(Type task) => task.GetCustomAttribute<TaskNameAttribute>()?.Name ?? task.Name;

    private static T New<T>(Type type, params object[] arguments) => (T)Activator.CreateInstance(
        type, BindingFlags.Instance | BindingFlags.Public | BindingFlags.DoNotWrapExceptions, null, arguments, null)!;

    private static void Register(CakeEngine engine, Type type)
    {
        var builder = engine.RegisterTask(NameOf(type));
        if (type.GetCustomAttribute<TaskDescriptionAttribute>() is { } description)
            builder.Description(description.Description);
        if (type.GetMethod("Run")?.DeclaringType is { IsGenericType: false })
            builder.Does(context => New<IFrostingTask>(type).RunAsync(context));
        foreach (var dependency in type.GetCustomAttributes<IsDependentOnAttribute>())
            builder.IsDependentOn(NameOf(dependency.Task));
    }

    private static ScriptHost NewScriptHost(CommandLine line, CakeEngine engine, IFrostingContext context, CakeConsole console)
    {
        var (log, settings, printer) = (context.Log, context.Configuration, new CakeReportPrinter(console, context));
        return line.Has("dryrun") ? new DryRunScriptHost(engine, context, log)
            : line.Has("tree") ? new TreeScriptHost(engine, context, console)
            : line.Has("description") ? NewDescriptionHost(engine, context)
            : new BuildScriptHost(engine, new DefaultExecutionStrategy(log, printer), context, printer, settings, log);
    }

    // A method of its own, or Spectre.Console is loaded in every run.
    private static DescriptionScriptHost NewDescriptionHost(CakeEngine engine, IFrostingContext context) =>
        new(engine, context, Spectre.Console.AnsiConsole.Console);

    private (IFrostingContext Context, CakeDataService Data) NewContext(CakeEnvironment environment, CakeBuildLog log, CommandLine line)
    {
        var files = new FileSystem();
        var globber = new Globber(files, environment);
        var settings = new CakeConfiguration(line.Arguments.ToDictionary(group => group.Key, group => group.Last()));
        var tools = new ToolLocator(
            environment, new ToolRepository(environment), new ToolResolutionStrategy(files, environment, globber, settings, log));
        var runner = new ProcessRunner(files, environment, log, tools, settings);
        var data = new CakeDataService();
        var context = new CakeContext(
            files, environment, globber, log, new CakeArguments(line.Arguments), runner, new WindowsRegistry(), tools, data, settings,
            new ToolInstaller(environment, tools, settings, log, []), new ServiceContainer());
        return (New<IFrostingContext>(Context, context), data);
    }
}
