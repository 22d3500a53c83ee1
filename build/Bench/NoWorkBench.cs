using System.Diagnostics;
using System.Globalization;
using System.Text;

namespace RruffGeo.Build.Bench;

/// <summary>What it costs to find out that nothing is to be done: this host on a finished run, and make and snakemake on an equal graph.</summary>
internal static class NoWorkBench
{
    private const int Rounds = 5;
    private const int Branches = 10;
    private static readonly string[] chain = ["raw", "geocoded", "joined", "resampled", "folds"];

    /// <summary>Prints a line for each tool.</summary>
    /// <param name="arguments">The host's arguments, without target.</param>
    /// <param name="target">The finished target.</param>
    /// <param name="output">Where lines go.</param>
    public static void Run(IReadOnlyList<string> arguments, string target, TextWriter output)
    {
        output.WriteLine(Line($"RruffGeo --target={target}", Environment.ProcessPath!, [$"--target={target}", .. arguments], Environment.CurrentDirectory));
        var folder = Directory.CreateTempSubdirectory("rruffgeo-nowork-").FullName;
        try
        {
            WriteGraph(folder);
            foreach (var (tool, words) in ((string, string[])[])[("make", ["-s"]), ("snakemake", ["-q", "-c2"])])
                if (Find(tool) is { } program)
                {
                    Measure(program, words, folder);
                    output.WriteLine(Line($"{tool} on an equal graph ({VersionOf(program)})", program, words, folder));
                }
                else
                {
                    output.WriteLine($"{tool,-56} not installed (apt-get install {tool}), not measured");
                }
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    // Seven stages and ten branches, as the demo has them; each rule copies its inputs.
    private static void WriteGraph(string folder)
    {
        var (make, snake) = (new StringBuilder("all: paper.out\n"), new StringBuilder("rule all:\n    input: \"paper.out\"\n"));
        File.WriteAllText(Path.Combine(folder, "corpus.in"), "corpus");
        for (var i = 0; i < chain.Length; i++)
            Add(make, snake, $"{chain[i]}.out", [i == 0 ? "corpus.in" : $"{chain[i - 1]}.out"]);
        var models = Enumerable.Range(0, Branches).Select(i => $"model{i}.out").ToArray();
        foreach (var model in models)
            Add(make, snake, model, ["resampled.out", "folds.out"]);
        Add(make, snake, "metrics.out", models);
        Add(make, snake, "paper.out", ["metrics.out"]);
        File.WriteAllText(Path.Combine(folder, "Makefile"), make.ToString());
        File.WriteAllText(Path.Combine(folder, "Snakefile"), snake.ToString());
    }

    private static void Add(StringBuilder make, StringBuilder snake, string output, string[] inputs)
    {
        make.Append(CultureInfo.InvariantCulture, $"{output}: {string.Join(' ', inputs)}\n\tcat $^ > $@\n");
        snake.Append(CultureInfo.InvariantCulture, $"rule:\n    output: \"{output}\"\n    input: {string.Join(", ", inputs.Select(input => $"\"{input}\""))}\n    shell: \"cat {{input}} > {{output}}\"\n");
    }

    private static string Line(string what, string program, IReadOnlyList<string> words, string folder)
    {
        var rounds = Enumerable.Range(0, Rounds).Select(_ => Measure(program, words, folder)).OrderBy(round => round.Wall).ToList();
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{what,-56} {rounds[Rounds / 2].Wall.TotalMilliseconds,7:0} ms median, {rounds[0].Wall.TotalMilliseconds,6:0} ms best of {Rounds}; {rounds.Min(round => round.Processor).TotalMilliseconds,6:0} ms of processor");
    }

    private static (TimeSpan Wall, TimeSpan Processor) Measure(string program, IReadOnlyList<string> words, string folder)
    {
        var (began, processor) = (Stopwatch.GetTimestamp(), ProcessorOfChildren());
        using var process = Process.Start(new ProcessStartInfo(program, words) { WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true })!;
        var errors = process.StandardError.ReadToEndAsync();
        process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        _ = errors.GetAwaiter().GetResult();
        var wall = Stopwatch.GetElapsedTime(began);
        return process.ExitCode == 0 ? (wall, ProcessorOfChildren() - processor) : throw new InvalidOperationException($"{program} failed: {errors.GetAwaiter().GetResult()}");
    }

    // Of children that have ended, in hundredths of a second; only Linux tells.
    private static TimeSpan ProcessorOfChildren()
    {
        const string statistics = "/proc/self/stat";
        if (!File.Exists(statistics))
            return TimeSpan.Zero;
        var fields = File.ReadAllText(statistics).Split(')')[^1].Split(' ');
        return TimeSpan.FromMilliseconds(10 * (long.Parse(fields[14], CultureInfo.InvariantCulture) + long.Parse(fields[15], CultureInfo.InvariantCulture)));
    }

    private static string VersionOf(string program)
    {
        using var process = Process.Start(new ProcessStartInfo(program, ["--version"]) { RedirectStandardOutput = true })!;
        var line = process.StandardOutput.ReadToEnd().Split('\n')[0];
        process.WaitForExit();
        return line.Split(' ')[^1];
    }

    private static string? Find(string tool) => (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
        .Select(folder => Path.Combine(folder, tool)).FirstOrDefault(File.Exists);
}
