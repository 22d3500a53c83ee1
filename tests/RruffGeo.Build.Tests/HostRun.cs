using System.Diagnostics;

namespace RruffGeo.Build.Tests;

/// <summary>A run of a program to its end.</summary>
/// <param name="ExitCode">Its exit code.</param>
/// <param name="Output">Standard output, then standard error, without colours.</param>
internal sealed partial record HostRun(int ExitCode, string Output)
{
    /// <summary>Runs the host, which lies beside the tests.</summary>
    public static HostRun Of(params string[] arguments) =>
        Of("dotnet", [Path.Combine(AppContext.BaseDirectory, "RruffGeo.Build.dll"), .. arguments], Path.GetTempPath(), []);

    public static HostRun Of(string program, IEnumerable<string> arguments, string folder, Dictionary<string, string> environment)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var (name, value) in environment)
            start.Environment[name] = value;
        using var process = Process.Start(start)!;
        var error = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return new HostRun(process.ExitCode, Colour().Replace(output + error.Result, "").ReplaceLineEndings("\n"));
    }

    [System.Text.RegularExpressions.GeneratedRegex("\u001b\\[[0-9;]*m")]
    private static partial System.Text.RegularExpressions.Regex Colour();
}
