namespace RruffGeo.Build.Tests;

/// <summary>Runs build.sh in a copy of the house with a stand-in for the SDK, which notes that it was called and leaves a host.</summary>
public sealed class BootstrapTests : IDisposable
{
    private readonly DirectoryInfo house = Directory.CreateTempSubdirectory("house ");

    public BootstrapTests()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "build.sh needs bash.");
        foreach (var folder in (string[])["build", "src/a", "stages", "bin"])
            Directory.CreateDirectory(Below(folder));
        foreach (var file in (string[])["global.json", ".globalconfig", ".editorconfig", "Directory.Build.props", "src/a/A.cs", "src/a/B.cs"])
            File.WriteAllText(Below(file), "");
        File.Copy(Path.Combine(Repository.Root, "build.sh"), Below("build.sh"));
        var host = Below(".artifacts/bin/RruffGeo.Build/release/RruffGeo.Build");
        WriteProgram("bin/dotnet", $"""
            echo built >> '{Below("builds")}'
            [ -e '{Below("broken")}' ] && echo 'A.cs(1): error' && exit 1
            mkdir -p '{Path.GetDirectoryName(host)}'
            printf '#!/bin/sh\nprintf "[%%s]" "$@"\nexit 7\n' > '{host}'; chmod +x '{host}'
            """);
    }

    [Fact]
    public void The_host_is_built_once_and_given_its_arguments_exactly()
    {
        var first = Run("--set", "Paper.Title=a b", "", "--x=*");
        Assert.Equal((7, 1), (first.ExitCode, Builds()));
        Assert.Contains("[--set][Paper.Title=a b][][--x=*]", first.Output, StringComparison.Ordinal);
        Run();
        Assert.Equal(1, Builds());
    }

    [Theory]
    [InlineData("src/a/A.cs")]
    [InlineData("Directory.Build.props")]
    [InlineData("global.json")]
    public void A_changed_file_causes_a_build(string file)
    {
        Run();
        File.SetLastWriteTimeUtc(Below(file), DateTime.UtcNow.AddSeconds(5));
        Run();
        Assert.Equal(2, Builds());
    }

    [Fact]
    public void A_deleted_file_causes_a_build()
    {
        Run();
        File.Delete(Below("src/a/B.cs"));
        Directory.SetLastWriteTimeUtc(Below("src/a"), DateTime.UtcNow.AddSeconds(5));
        Run();
        Assert.Equal(2, Builds());
    }

    [Fact]
    public void A_failed_build_prints_why_and_is_tried_again()
    {
        Run();
        File.WriteAllText(Below("broken"), "");
        File.SetLastWriteTimeUtc(Below("src/a/A.cs"), DateTime.UtcNow.AddSeconds(5));
        var failed = Run();
        Assert.NotEqual(0, failed.ExitCode);
        Assert.NotEqual(7, failed.ExitCode);
        Assert.Contains("A.cs(1): error", failed.Output, StringComparison.Ordinal);
        Assert.NotEqual(7, Run().ExitCode);
        File.Delete(Below("broken"));
        File.SetLastWriteTimeUtc(Below("src/a/A.cs"), DateTime.UtcNow.AddSeconds(-5));
        Assert.Equal((7, 4), (Run().ExitCode, Builds()));
    }

    [Fact]
    public void A_missing_SDK_is_named_in_one_line()
    {
        Directory.CreateDirectory(Below("tools"));
        File.CreateSymbolicLink(Below("tools/dirname"), "/usr/bin/dirname");
        var run = HostRun.Of("/bin/bash", [Below("build.sh")], house.FullName, new() { ["PATH"] = Below("tools") });
        Assert.Equal(1, run.ExitCode);
        Assert.Equal("dotnet was not found: install the .NET SDK 10.0.4xx from https://dotnet.microsoft.com/download/dotnet/10.0\n", run.Output);
    }

    [Fact]
    public void The_two_scripts_say_the_same()
    {
        var (shell, power) = (Repository.Text("build.sh"), Repository.Text("build.ps1"));
        foreach (var phrase in (string[])
        [
            "dotnet was not found: install the .NET SDK 10.0.4xx from https://dotnet.microsoft.com/download/dotnet/10.0",
            "dotnet build build/RruffGeo.Build.csproj --configuration Release --verbosity quiet -nologo",
            ".artifacts/bin/RruffGeo.Build/release/RruffGeo.Build", ".artifacts/build.stamp", "Building the host: its sources changed.",
        ])
            Assert.True(
                shell.Contains(phrase, StringComparison.Ordinal) && power.Contains(phrase, StringComparison.Ordinal),
                $"build.sh and build.ps1 must both have '{phrase}'.");
        Assert.InRange(shell.Split('\n').Length, 1, 21);
        Assert.InRange(power.Split('\n').Length, 1, 21);
    }

    public void Dispose() => house.Delete(recursive: true);

    private string Below(string path) => Path.Combine(house.FullName, path);

    private int Builds() => File.ReadAllLines(Below("builds")).Length;

    private HostRun Run(params string[] arguments) => HostRun.Of(
        Below("build.sh"), arguments, Path.GetTempPath(), new() { ["PATH"] = $"{Below("bin")}:{Environment.GetEnvironmentVariable("PATH")}" });

    private void WriteProgram(string path, string text)
    {
        File.WriteAllText(Below(path), $"#!/bin/sh\n{text}\n");
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(Below(path), UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }
}
