using Cake.Core;
using Cake.Frosting;
using RruffGeo.Build.Arguments;
using RruffGeo.Build.Running;
using RruffGeo.Stages;

namespace RruffGeo.Build;

/// <summary>All departures from a run that were made, in one table.</summary>
[TaskName("Ablations"), TaskDescription("every run made with --ablation beside the main one (--run=NAME): accuracies and paired differences, in one table")]
public sealed class AblationsTask : FrostingTask<PaperContext>
{
    /// <inheritdoc/>
    public override void Run(PaperContext paper)
    {
        var main = paper.Typed.RunFolder;
        var prefix = paper.Typed.Run + "-";
        (string Name, string Folder)[] made = !Directory.Exists(paper.Typed.Outputs) ? [] :
        [
            .. Directory.GetDirectories(paper.Typed.Outputs, prefix + "*").Order(StringComparer.Ordinal).Select(folder => (Path.GetFileName(folder)[prefix.Length..], folder))
                .Where(run => Ablation.Names.Any(name => run.Item1.StartsWith(name, StringComparison.Ordinal))),
        ];
        using var interruption = new Interruption();
        try
        {
            var compared = CompareRuns.Run(main, made, paper.Parameters.Metrics, interruption.Token);
            foreach (var line in compared.Lines())
                Console.WriteLine(line);
            if (Ablation.Names.Where(name => made.All(run => run.Name != name)).ToList() is { Count: > 0 } missing)
                Console.WriteLine($"\nNot made   {string.Join(", ", missing)}: --target=Metrics --ablation=NAME, with the arguments of the main run");
            foreach (var file in compared.Write(main))
                Console.WriteLine($"Written    {file}");
        }
        catch (InvalidDataException fault)
        {
            throw new CakeException(fault.Message);
        }
    }
}
