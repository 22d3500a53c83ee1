using Cake.Core;

namespace RruffGeo.Build.Housekeeping;

/// <summary>Runs the demo twice, each with a store of its own, and compares what came out.</summary>
internal static class TwoDemoRuns
{
    /// <summary>Compares the two lock files, which name every artifact by its digest.</summary>
    /// <exception cref="CakeException">They differ.</exception>
    public static void Compare(PaperContext context)
    {
        var folder = Directory.CreateTempSubdirectory("rruffgeo-check-");
        try
        {
            var (first, second) = (LockOf(context, folder.FullName, "first"), LockOf(context, folder.FullName, "second"));
            if (FirstDifference(first, second) is { } difference)
                throw new CakeException($"Two runs of the demo differ: {difference} Something in a stage depends on more than its inputs and parameters.");
            Console.WriteLine("Two runs of the demo gave equal digests.");
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    /// <summary>Names the first line in which two texts differ; null if they are equal.</summary>
    public static string? FirstDifference(string[] first, string[] second)
    {
        for (var line = 0; line < Math.Max(first.Length, second.Length); line++)
            if (first.ElementAtOrDefault(line) != second.ElementAtOrDefault(line))
                return $"line {line + 1} is '{first.ElementAtOrDefault(line)}' and '{second.ElementAtOrDefault(line)}'.";
        return null;
    }

    private static string[] LockOf(PaperContext context, string folder, string name)
    {
        DotNet.Run(
            context, Environment.ProcessPath!,
            ["--target=Paper", "--corpus=demo", $"--outputs={folder}/{name}", $"--store={folder}/{name}-store"], Console.WriteLine);
        return File.ReadAllLines(Path.Combine(folder, name, "demo", "paper.lock"));
    }
}
