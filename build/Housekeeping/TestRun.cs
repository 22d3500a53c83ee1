using System.Globalization;
using System.Text.RegularExpressions;
using Cake.Core;

namespace RruffGeo.Build.Housekeeping;

/// <summary>Runs all tests of the solution and adds up what came of them.</summary>
internal static partial class TestRun
{
    /// <summary>Prints the runner's output, then <c>N passed, N failed, N skipped</c>.</summary>
    /// <exception cref="CakeException">A test failed, or none ran.</exception>
    public static void Run(PaperContext context)
    {
        var counts = new Dictionary<string, int> { ["succeeded"] = 0, ["failed"] = 0, ["skipped"] = 0 };
        CakeException? failure = null;
        try
        {
            DotNet.Run(context, "dotnet", ["test", "--solution", "RruffGeo.sln", "--configuration", "Release", "--no-ansi"], line =>
            {
                Console.WriteLine(line);
                if (SummaryLine().Match(line) is { Success: true } match)
                    counts[match.Groups[1].Value] = int.Parse(match.Groups[2].ValueSpan, CultureInfo.InvariantCulture);
            });
        }
        catch (CakeException error)
        {
            failure = error;
        }

        Console.WriteLine(FormattableString.Invariant($"{counts["succeeded"]} passed, {counts["failed"]} failed, {counts["skipped"]} skipped"));
        if (failure is not null)
            throw failure;
        if (counts["succeeded"] == 0)
            throw new CakeException("No test ran.");
    }

    [GeneratedRegex(@"^\s*(succeeded|failed|skipped): (\d+)\s*$")]
    private static partial Regex SummaryLine();
}
