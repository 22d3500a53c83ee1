namespace RruffGeo.Build.Arguments;

/// <summary>What goes with <c>--target=Predict</c> alone.</summary>
internal static class PredictionArguments
{
    /// <summary>The arguments of a prediction.</summary>
    public static IReadOnlyList<string> Names { get; } = ["spectrum", "protocol"];

    /// <summary>Checks that they are there when a prediction is asked for, and only then.</summary>
    public static void Check(PaperArguments read, List<string> targets, List<string> mistakes)
    {
        var predicts = targets.Contains("Predict");
        if (predicts && read.Spectrum is null)
            mistakes.Add("--target=Predict needs a spectrum: --spectrum=FILE, in RRUFF's format, as a text table, JCAMP-DX or SPC.");
        else if (!predicts && (read.Spectrum ?? read.Protocol) is not null)
            mistakes.Add("--spectrum and --protocol go with --target=Predict. Add it, or leave them out.");
        else if (read.Spectrum is { } spectrum && !File.Exists(spectrum))
            mistakes.Add($"--spectrum: {spectrum} does not exist.");
    }
}
