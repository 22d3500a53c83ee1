using System.Xml.Linq;
using static RruffGeo.Build.Tests.HouseRulesTests;

namespace RruffGeo.Build.Tests;

public sealed class DependencyTests
{
    [Fact]
    public void Projects_refer_only_downwards() => Nobody(
        from project in Projects()
        from reference in References(project, "ProjectReference")
        where Level(reference) >= Level(project) && !(Level(project) == 0 && IsFoundation(reference))
              && !reference.Contains("/TorchLoading/", StringComparison.Ordinal)
              && !(Level(project) == 3 && !reference.Contains(".Tests/", StringComparison.Ordinal))
        select $"{project} refers to {reference}",
        "Dependencies point one way: tests → build → stages → src; of the projects below src only RruffGeo.Artifacts is referred to by its neighbours.");

    [Fact]
    public void The_engine_knows_no_other_project() => Nobody(
        References("src/RruffGeo.Pipeline/RruffGeo.Pipeline.csproj", "ProjectReference"),
        "RruffGeo.Pipeline knows neither Cake nor minerals: hand it what it needs in a StageRequest.");

    [Fact]
    public void Stages_do_not_see_the_engine() => Nobody(
        References("stages/RruffGeo.Stages.csproj", "ProjectReference").Where(reference => reference.Contains("Pipeline", StringComparison.Ordinal)),
        "A stage is a function of its inputs and parameters; build/ joins it with the engine.");

    [Fact]
    public void Only_models_refers_to_torch() => Nobody(
        from project in Projects()
        where !project.Contains("RruffGeo.Models", StringComparison.Ordinal)
        from package in References(project, "PackageReference")
        where package.Contains("torch", StringComparison.OrdinalIgnoreCase)
        select $"{project} refers to {package}",
        "Only RruffGeo.Models sees TorchSharp: give it a function that does what is needed.");

    [Fact]
    public void Only_models_uses_torch() => Nobody(
        from assembly in OwnAssemblies()
        where assembly.GetName().Name != "RruffGeo.Models"
        from reference in assembly.GetReferencedAssemblies()
        where reference.Name!.StartsWith("TorchSharp", StringComparison.Ordinal)
        select $"{assembly.GetName().Name} uses {reference.Name}",
        "Only RruffGeo.Models sees TorchSharp: give it a function that does what is needed.");

    [Fact]
    public void Only_the_host_uses_cake() => Nobody(
        from assembly in OwnAssemblies()
        where assembly.GetName().Name != "RruffGeo.Build"
        from reference in assembly.GetReferencedAssemblies()
        where reference.Name!.StartsWith("Cake.", StringComparison.Ordinal)
        select $"{assembly.GetName().Name} uses {reference.Name}",
        "Only build/ sees Cake.");

    [Fact]
    public void All_own_assemblies_are_looked_at() => Assert.Contains(OwnAssemblies(), assembly => assembly.GetName().Name == "RruffGeo.Models");

    private static IEnumerable<string> Projects() => Repository.Files.Where(path => path.EndsWith(".csproj", StringComparison.Ordinal));

    private static IEnumerable<string> References(string project, string kind) =>
        from element in XDocument.Parse(Repository.Text(project)).Descendants(kind)
        let include = element.Attribute("Include")!.Value
        select kind == "PackageReference"
            ? include
            : Path.GetRelativePath(Repository.Root, Path.GetFullPath(Path.Combine(Repository.Root, Path.GetDirectoryName(project)!, include))).Replace('\\', '/');

    private static int Level(string project) => Array.IndexOf(["src", "stages", "build", "tests"], project.Split('/')[0]);

    private static bool IsFoundation(string project) => project == "src/RruffGeo.Artifacts/RruffGeo.Artifacts.csproj";
}
