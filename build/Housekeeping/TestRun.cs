using Cake.Core;

namespace RruffGeo.Build.Housekeeping;

/// <summary>Runs all tests of the solution and adds up what came of them.</summary>
internal static class TestRun
{
    /// <summary>Prints the runner's output, then <c>N passed, N failed, N skipped</c>.</summary>
    /// <exception cref="CakeException">A test failed, or none ran.</exception>
    public static void Run(PaperContext context)
    {
        var counts = new TestCounts();
        try
        {
            DotNet.Run(context, "dotnet", ["test", "--solution", "RruffGeo.sln", "--configuration", "Release", "--no-ansi"], line =>
            {
                Console.WriteLine(line);
                counts.Read(line);
            });
        }
        finally
        {
            Console.WriteLine(counts);
        }

        if (counts.Passed == 0)
            throw new CakeException("No test ran.");
    }
}
