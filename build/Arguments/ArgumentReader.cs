using Cake.Core;

namespace RruffGeo.Build.Arguments;

/// <summary>Reads and checks the whole command line before anything runs.</summary>
internal static class ArgumentReader
{
    /// <summary>The arguments, or one exception that names every mistake.</summary>
    /// <param name="typed">What Cake read.</param>
    /// <param name="root">Folder of the project: <c>outputs</c> and <c>.pipeline</c> lie below it unless the arguments say otherwise.</param>
    /// <exception cref="Cake.Core.CakeException">Something cannot be as typed.</exception>
    public static PaperArguments Read(ICakeArguments typed, string root)
    {
        var arguments = new TypedArguments(typed);
        var targets = arguments.AllOf("target", TaskNames.All).ToList();
        var corpus = Enum.Parse<Corpus>(arguments.OneOf("corpus", ["demo", "rruff"], "demo"), ignoreCase: true);
        var profile = arguments.OneOf("profile", Profile.Names, corpus == Corpus.Demo ? "demo" : "paper");
        var outputs = Path.GetFullPath(arguments.One("outputs") ?? Path.Combine(root, "outputs"));
        var ablations = Ablation.Of(arguments);
        var csv = arguments.One("csv");
        var read = new PaperArguments
        {
            Corpus = corpus,
            Archives = arguments.One("archives") is { } archives ? Path.GetFullPath(archives) : null,
            AcceptedDrift = ArchiveArguments.AcceptedDrift(arguments),
            Mirror = ArchiveArguments.Mirror(arguments),
            Countries = arguments.One("countries") is { } countries ? Path.GetFullPath(countries) : null,
            Mines = arguments.One("mines") is { } mines ? Path.GetFullPath(mines) : null,
            Run = arguments.One("run") ?? AuditArguments.RunOf(csv) ?? (corpus == Corpus.Demo ? "demo" : $"rruff-{profile}") + Ablation.Suffix(ablations),
            Outputs = outputs,
            Geocoding = GeocodingArguments.Read(arguments, outputs),
            Store = Path.GetFullPath(arguments.One("store") ?? Path.Combine(root, ".pipeline")),
            Parameters = ParameterSet.Of(
                [.. Profile.Read(profile), .. Ablation.Settings(ablations), TrainingDevice.Of(arguments), .. SetOnTheCommandLine(arguments)], arguments.Mistakes),
            Network = arguments.Has("offline") ? Network.Forbidden : Network.Allowed,
            Force = [.. arguments.AllOf("force", TaskNames.Stages)],
            Mode = arguments.Has("plan") || targets.Any(target => target is "Plan" or "Explain" or "Graph") ? RunMode.Plan
                : targets.Contains("Recheck") ? RunMode.Recheck : RunMode.Produce,
            Detail = targets.Contains("Graph") ? Detail.Drawn : arguments.Has("explain") || targets.Contains("Explain") ? Detail.Full : Detail.Short,
            Form = arguments.Has("json") ? PlanForm.Json : PlanForm.Text,
            PlanFoundWork = arguments.Has("exit-code") ? 3 : 0,
            Engine = EngineArgumentReader.Read(arguments),
            Bench = arguments.One("bench"),
            Spectrum = arguments.One("spectrum") is { } spectrum ? Path.GetFullPath(spectrum) : null,
            Protocol = arguments.One("protocol"),
            Csv = csv is null ? null : Path.GetFullPath(csv),
            Columns = [.. arguments.All("column")],
            Bundle = arguments.One("bundle") is { } bundle ? Path.GetFullPath(bundle) : null,
        };
        read = read with { Branches = BranchChoice.Of(arguments, read.Parameters.Folds) };
        if (read.Mode == RunMode.Produce && BundleArguments.TakesTheRunAsItStands(read, arguments, targets))
            read = read with { Mode = RunMode.Standing };
        ArchiveArguments.Check(read, arguments.Mistakes);
        CheckCountries(read, arguments.Mistakes);
        GeocodingArguments.Check(read, arguments);
        CheckMines(read, arguments.Mistakes);
        CheckRun(read, arguments, targets);
        PredictionArguments.Check(read, targets, arguments.Mistakes);
        AuditArguments.Check(read, targets, arguments.Mistakes);
        BundleArguments.Check(read, targets, arguments.Mistakes);
        if (targets is not ["VerifyBundle"])
        {
            CheckWritable("outputs", read.Outputs, arguments.Mistakes);
            CheckWritable("store", read.Store, arguments.Mistakes);
        }

        if (targets.Contains("Diff") && read.Engine.Against is null)
            arguments.Mistakes.Add("--target=Diff compares with another run: name it with --against=RUN.");
        if (read.PlanFoundWork != 0 && read.Mode != RunMode.Plan)
            arguments.Mistakes.Add("--exit-code says whether a plan finds work: use it with --plan or --target=Plan.");
        if (read.Form == PlanForm.Json && (read.Mode != RunMode.Plan || read.Detail == Detail.Drawn))
            arguments.Mistakes.Add("--json is a form of a plan: use it with --target=Plan or --target=Explain.");
        if (!read.Engine.Accept.IsEmpty && read.Mode != RunMode.Produce)
            arguments.Mistakes.Add("--accept is recorded by a run: ask for a stage's target, such as --target=Paper.");
        return arguments.Mistakes.Count == 0 ? read : throw UsageError.Of(arguments.Mistakes);
    }

    private static IEnumerable<Setting> SetOnTheCommandLine(TypedArguments arguments)
    {
        foreach (var text in arguments.All("set"))
            if (text.IndexOf('=', StringComparison.Ordinal) is > 0 and var equals)
                yield return new Setting(text[..equals].Trim(), text[(equals + 1)..].Trim(), "--set");
            else
                arguments.Mistakes.Add($"--set: '{text}' has no value. Write --set Stage.Parameter=value, such as --set Models.Epochs=3.");
    }

    private static void CheckCountries(PaperArguments read, List<string> mistakes)
    {
        if (read.Countries is { } countries && !File.Exists(countries))
            mistakes.Add($"--countries: {countries} does not exist. Name a Natural Earth admin-0 shapefile (.shp) or a .zip that holds one, or leave it out for the embedded polygons.");
    }

    private static void CheckMines(PaperArguments read, List<string> mistakes)
    {
        if (read.Mines is { } mines && !File.Exists(mines))
            mistakes.Add($"--mines: {mines} does not exist. Name a tab-separated table with the columns country, lat and lon.");
    }

    private static void CheckRun(PaperArguments read, TypedArguments arguments, List<string> targets)
    {
        if (read.Run.Any(letter => !char.IsAsciiLetterOrDigit(letter) && letter is not ('-' or '_' or '.')) || read.Run.StartsWith('.'))
            arguments.Mistakes.Add($"--run: '{read.Run}' is no plain name. Use letters, digits, '-', '_' and '.', not first.");
        else if (!targets.Contains("Predict") && !targets.Contains("Audit") && read.Mode != RunMode.Standing && read.Corpus == Corpus.Rruff == read.Run.StartsWith("demo", StringComparison.OrdinalIgnoreCase))
            arguments.Mistakes.Add($"--run: '{read.Run}' will not do. Runs on simulated data, and no others, have names that begin with 'demo'.");
    }

    private static void CheckWritable(string argument, string folder, List<string> mistakes)
    {
        var nearest = folder;
        while (!Directory.Exists(nearest) && Path.GetDirectoryName(nearest) is { } parent && !File.Exists(nearest))
            nearest = parent;
        try
        {
            File.Create(Path.Combine(nearest, $".writable-{Environment.ProcessId}-{Environment.CurrentManagedThreadId}"), 1, FileOptions.DeleteOnClose).Dispose();
        }
        catch (Exception reason) when (reason is IOException or UnauthorizedAccessException)
        {
            mistakes.Add($"--{argument}: cannot write to {folder}, because {nearest} {(File.Exists(nearest) ? "is a file" : "does not let one")}. Name a folder that you may write to with --{argument}=DIR.");
        }
    }
}
