using Cake.Core;
using Cake.Core.IO;

namespace RruffGeo.Build.Housekeeping;

/// <summary>Runs the SDK's commands in the project's folder.</summary>
internal static class DotNet
{
    /// <summary>Runs a command; its output goes to the console.</summary>
    /// <exception cref="CakeException">It failed.</exception>
    public static void Run(PaperContext context, params string[] arguments) => Run(context, "dotnet", arguments, Console.WriteLine);

    /// <summary>Runs a program and hands on each line that it prints.</summary>
    /// <param name="context">Starts processes.</param>
    /// <param name="program">Name or path.</param>
    /// <param name="arguments">Passed on as they are.</param>
    /// <param name="line">Receives each line of standard output and standard error.</param>
    /// <exception cref="CakeException">It failed.</exception>
    public static void Run(PaperContext context, string program, IEnumerable<string> arguments, Action<string> line)
    {
        var builder = new ProcessArgumentBuilder();
        foreach (var argument in arguments)
            builder.AppendQuoted(argument);
        using var process = context.ProcessRunner.Start(program, new ProcessSettings
        {
            Arguments = builder,
            WorkingDirectory = ProjectRoot.Path,
            EnvironmentVariables = new Dictionary<string, string?> { ["DOTNET_CLI_UI_LANGUAGE"] = "en", ["DOTNET_NOLOGO"] = "1" },
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            RedirectedStandardOutputHandler = text => Pass(text, line),
            RedirectedStandardErrorHandler = text => Pass(text, line),
        });
        process.WaitForExit();
        if (process.GetExitCode() is not 0 and var code)
            throw new CakeException($"'{program} {string.Join(' ', arguments)}' ended with exit code {code}; its output above says why.");
    }

    private static string Pass(string? text, Action<string> line)
    {
        if (text is not null)
            line(text);
        return text ?? "";
    }
}
