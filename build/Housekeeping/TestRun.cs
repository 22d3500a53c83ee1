using Cake.Core;

namespace RruffGeo.Build.Housekeeping;

/// <summary>Runs all tests of the solution and adds up what came of them.</summary>
internal static class TestRun
{
    /// <summary>Tests of an assembly are ended once none of them has begun or ended for so long; the slowest takes about a minute.</summary>
    private const string Patience = "10m";

    /// <summary>Prints the runner's output, then <c>N passed, N failed, N skipped</c>. Tests that never end are named and count as failed.</summary>
    /// <exception cref="CakeException">A test failed, or none ran.</exception>
    public static void Run(PaperContext context)
    {
        var counts = new TestCounts();
        var results = Directory.CreateTempSubdirectory("rruffgeo-tests-");
        try
        {
            string[] arguments =
            [
                "test", "--solution", "RruffGeo.sln", "--configuration", "Release", "--no-ansi", "--results-directory", results.FullName,
                "--hangdump", "--hangdump-timeout", Patience, "--hangdump-type", "None",
            ];
            DotNet.Run(context, "dotnet", arguments, line =>
            {
                Console.WriteLine(line);
                counts.Read(line);
            });
        }
        finally
        {
            foreach (var log in results.EnumerateFiles("*_hang.log", SearchOption.AllDirectories))
            {
                foreach (var line in File.ReadLines(log.FullName))
                {
                    if (counts.ReadHung(line) is { } test)
                        Console.WriteLine($"ended while no test of its assembly had begun or ended for {Patience}: {test}");
                }
            }
            Console.WriteLine(counts);
            results.Delete(recursive: true);
        }

        if (counts.Passed == 0)
            throw new CakeException("No test ran.");
    }
}
