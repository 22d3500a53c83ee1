using Cake.Cli;
using Cake.Core.Diagnostics;

namespace Cake.Frosting;

/// <summary>The options that Frosting itself reads, and the arguments it hands on to the context.</summary>
internal sealed class CommandLine
{
    // The canonical name comes first; the first two take a value.
    private static readonly string[][] Options =
    [
        ["target", "t"], ["verbosity", "v"], ["tree", "showtree"], ["dryrun", "noop", "whatif"], ["exclusive", "e"], ["no-report"],
        ["description", "descriptions", "showdescription", "showdescriptions"],
    ];

    private readonly Dictionary<string, List<string>> values = new(StringComparer.OrdinalIgnoreCase);

    public CommandLine(IEnumerable<string> args)
    {
        var rest = new Queue<string>(args);
        while (rest.TryDequeue(out var word))
        {
            var parts = word.TrimStart('-').Split('=', word.StartsWith('-') ? 2 : 1);
            var name = Options.FirstOrDefault(option => option.Contains(parts[0], StringComparer.OrdinalIgnoreCase))?[0] ?? parts[0];
            var takesValue = !Options[2..].Any(option => option[0] == name);
            var value = parts.Length > 1 ? parts[1] : takesValue && rest.TryPeek(out var next) && !next.StartsWith('-') ? rest.Dequeue() : "";
            values[name] = [.. values.GetValueOrDefault(name, []), value];
        }

        values.TryAdd("target", ["Default"]);
        if (Has("no-report"))
            values["Settings_NoReport"] = ["true"];
    }

    public Verbosity Verbosity =>
        values.TryGetValue("verbosity", out var list) ? (Verbosity)new VerbosityConverter().ConvertFrom(list[^1])! : Verbosity.Normal;

    /// <summary>The targets, and all that is no option of Frosting.</summary>
    public ILookup<string, string> Arguments => values
        .Where(pair => pair.Key == "target" || !Options.Any(option => option[0] == pair.Key))
        .SelectMany(pair => pair.Value, (pair, value) => (pair.Key, value))
        .ToLookup(pair => pair.Key, pair => pair.value, StringComparer.OrdinalIgnoreCase);

    public IReadOnlyList<string> Targets => values["target"];

    public bool Has(string flag) => values.ContainsKey(flag);
}
