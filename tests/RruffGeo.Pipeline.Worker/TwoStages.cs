using System.Collections.Immutable;
using System.Globalization;

namespace RruffGeo.Pipeline.Worker;

/// <summary>A stage with a parameter and a stage that takes its artifact; each run leaves a line in <c>runs.log</c>.</summary>
public static class TwoStages
{
    private static readonly ImmutableSortedDictionary<string, string> nothing = ImmutableSortedDictionary.Create<string, string>(StringComparer.Ordinal);

    /// <summary>Two files that depend on <paramref name="text"/>, written in two steps with a checkpoint between.</summary>
    public static StageRequest Letters(string root, string text, int milliseconds, Action<string> failpoint) => new()
    {
        Stage = "01-letters",
        SchemaVersion = 1,
        CodeDigest = "code of letters",
        Parameters = nothing.Add("Text", text),
        Inputs = nothing,
        Environment = nothing.Add("rid", "any"),
        Execute = workspace =>
        {
            Log(root, "letters");
            File.WriteAllText(Path.Combine(workspace.Destination, "first.txt"), text);
            File.WriteAllText(Path.Combine(workspace.Scratch, "checkpoint"), text);
            failpoint("inside the stage");
            Thread.Sleep(milliseconds);
            Directory.CreateDirectory(Path.Combine(workspace.Destination, "more"));
            File.WriteAllText(Path.Combine(workspace.Destination, "more", "second.txt"), text + text);
        },
    };

    /// <summary>A file with all that <paramref name="letters"/> holds.</summary>
    public static StageRequest Copies(string root, StageResult letters, Action<string> failpoint) => new()
    {
        Stage = "02-copies",
        SchemaVersion = 1,
        CodeDigest = "code of copies",
        Parameters = nothing,
        Inputs = nothing.Add("letters", letters.LogicalDigest),
        InputPaths = nothing.Add("letters", letters.Folder),
        Environment = nothing.Add("rid", "any"),
        Execute = workspace =>
        {
            Log(root, "copies");
            failpoint("inside the stage");
            File.WriteAllText(
                Path.Combine(workspace.Destination, "copy.txt"),
                File.ReadAllText(Path.Combine(letters.Folder, "first.txt")) + File.ReadAllText(Path.Combine(letters.Folder, "more", "second.txt")));
        },
    };

    private static void Log(string root, string stage) =>
        File.AppendAllText(Path.Combine(root, "runs.log"), string.Create(CultureInfo.InvariantCulture, $"{stage}\n"));
}
