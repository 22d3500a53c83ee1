using System.Diagnostics;

namespace RruffGeo.Tests;

/// <summary>An installed Python with packages that ours is checked against; tests skip where there is none.</summary>
internal static class PythonProgram
{
    private const int LongestMilliseconds = 120_000;

    // Debian's own comes first: a Python installed beside it sees none of Debian's packages.
    private static readonly string[] Candidates = ["/usr/bin/python3", "python3"];

    /// <summary>Runs a script and returns what it printed; skips the test if no Python here has <paramref name="modules"/>.</summary>
    /// <param name="modules">Packages that the script imports, such as <c>torch</c>.</param>
    /// <param name="script">Name of the script beside the test program.</param>
    /// <param name="arguments">Its arguments.</param>
    /// <exception cref="InvalidOperationException">The script failed; the message is what it said.</exception>
    public static string Run(string[] modules, string script, params string[] arguments)
    {
        var python = Array.Find(Candidates, candidate => Start(candidate, ["-c", $"import {string.Join(", ", modules)}"]) is { ExitCode: 0 });
        Assert.SkipWhen(python is null, $"No python3 with {string.Join(", ", modules)} is installed (Debian: {string.Join(", ", modules.Select(module => $"python3-{module}"))}).");
        var run = Start(python!, [Path.Combine(AppContext.BaseDirectory, script), .. arguments])!.Value;
        return run.ExitCode == 0 ? run.Output : throw new InvalidOperationException($"{script} ended with {run.ExitCode}: {run.Error}");
    }

    private static (int ExitCode, string Output, string Error)? Start(string python, string[] arguments)
    {
        try
        {
            var start = new ProcessStartInfo(python, ["-B", .. arguments]) { RedirectStandardOutput = true, RedirectStandardError = true };
            using var process = Process.Start(start)!;
            var error = process.StandardError.ReadToEndAsync();
            var output = process.StandardOutput.ReadToEndAsync();
            if (!process.WaitForExit(LongestMilliseconds))
            {
                process.Kill(entireProcessTree: true);
                throw new TimeoutException($"{python} {string.Join(' ', arguments)} took longer than {LongestMilliseconds} ms.");
            }

            return (process.ExitCode, output.GetAwaiter().GetResult(), error.GetAwaiter().GetResult());
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return null;
        }
    }
}
