using System.Reflection;
using Cake.Frosting;

namespace RruffGeo.Build.Tests;

/// <summary>The package does not restore from every registry, so its public names stand here, as its version 7.0.0 has them.</summary>
public sealed class FrostingNamesTests
{
    private static readonly string[] NamesOfThePackage =
    [
        "AsyncFrostingTask", "AsyncFrostingTask`1", "CakeHost", "CakeHostExtensions", "ContinueOnErrorAttribute", "FrostingContext",
        "FrostingException", "FrostingLifetime", "FrostingLifetime`1", "FrostingSetup", "FrostingSetup`1", "FrostingTask", "FrostingTask`1",
        "FrostingTaskLifetime", "FrostingTaskLifetime`1", "FrostingTaskSetup", "FrostingTaskSetup`1", "FrostingTaskTeardown",
        "FrostingTaskTeardown`1", "FrostingTeardown", "FrostingTeardown`1", "IFrostingContext", "IFrostingLifetime", "IFrostingSetup",
        "IFrostingStartup", "IFrostingTask", "IFrostingTaskLifetime", "IFrostingTaskSetup", "IFrostingTaskTeardown", "IFrostingTeardown",
        "IsDependeeOfAttribute", "IsDependentOnAttribute", "ServiceCollectionExtensions", "TaskDescriptionAttribute", "TaskNameAttribute",
    ];

    private static readonly string[] MembersOfThePackage =
    [
        "CakeHost.AddAssembly(Assembly)", "CakeHost.Run(IEnumerable`1)", "CakeHostExtensions.UseContext(CakeHost)",
        "CakeHostExtensions.UseTeardown(CakeHost)", "FrostingTask`1.Run(T)", "IFrostingTask.RunAsync(ICakeContext)",
        "IFrostingTeardown.Teardown(ICakeContext, ITeardownContext)", "IsDependentOnAttribute.get_Task()",
        "TaskDescriptionAttribute.get_Description()", "TaskNameAttribute.get_Name()",
    ];

    [Fact]
    public void The_adapter_has_no_type_that_the_package_lacks() => Assert.Subset(
        NamesOfThePackage.ToHashSet(), Types().Select(type => type.Name).ToHashSet());

    [Fact]
    public void The_adapter_has_no_member_that_the_package_lacks() => Assert.Subset(
        MembersOfThePackage.ToHashSet(),
        Types().SelectMany(type => type.GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly), (type, method) =>
            $"{type.Name}.{method.Name}({string.Join(", ", method.GetParameters().Select(parameter => parameter.ParameterType.Name))})").ToHashSet());

    [Fact]
    public void The_adapter_is_at_most_250_lines_long() => Assert.InRange(
        Repository.Sources.Where(path => path.StartsWith("build/Frosting/", StringComparison.Ordinal)).Sum(path => Repository.Text(path).TrimEnd('\n').Split('\n').Length),
        1, 250);

    private static IEnumerable<Type> Types() => typeof(CakeHost).Assembly.GetExportedTypes().Where(type => type.Namespace == "Cake.Frosting");
}
