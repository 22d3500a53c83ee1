namespace RruffGeo.Build.Arguments;

/// <summary>What goes with <c>--target=Publish</c> and <c>--target=VerifyBundle</c>.</summary>
internal static class BundleArguments
{
    private const string LastStage = "[08-paper]";

    /// <summary>The arguments of a verification.</summary>
    public static IReadOnlyList<string> Names { get; } = ["bundle"];

    /// <summary>Checks that a bundle is named when one is to be verified, and only then.</summary>
    public static void Check(PaperArguments read, List<string> targets, List<string> mistakes)
    {
        var verifies = targets.Contains("VerifyBundle");
        if (verifies && read.Bundle is null)
            mistakes.Add("--target=VerifyBundle needs a bundle: --bundle=FILE, as --target=Publish writes it.");
        else if (!verifies && read.Bundle is not null)
            mistakes.Add("--bundle goes with --target=VerifyBundle. Add it, or leave it out.");
        else if (read.Bundle is { } bundle && !File.Exists(bundle))
            mistakes.Add($"--bundle: {bundle} does not exist.");
    }

    /// <summary>True if nothing but <c>Publish</c> is asked for, of a run that was named and is finished: it is published as it stands, whatever made it.</summary>
    public static bool TakesTheRunAsItStands(PaperArguments read, TypedArguments arguments, List<string> targets) =>
        targets is ["Publish"] && arguments.All("run").Any() && File.Exists(Path.Combine(read.RunFolder, "paper.lock"))
        && File.ReadLines(Path.Combine(read.RunFolder, "paper.lock")).Contains(LastStage, StringComparer.Ordinal);
}
