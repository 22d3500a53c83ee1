namespace RruffGeo.Build.Arguments;

/// <summary>What goes with <c>--target=Audit</c> alone: the table, and which of its columns plays which role.</summary>
internal static class AuditArguments
{
    private const string Prefix = "audit-";

    /// <summary>The arguments of an audit.</summary>
    public static IReadOnlyList<string> Names { get; } = ["csv", "column"];

    /// <summary>The run that an audited table gets if none is named: <c>audit-</c> and what of the file's name a folder may have; null without a table.</summary>
    public static string? RunOf(string? csv) => csv is null ? null
        : Prefix + string.Concat(Path.GetFileNameWithoutExtension(csv).Select(letter => char.IsAsciiLetterOrDigit(letter) || letter is '-' or '_' ? letter : '-'));

    /// <summary>Checks that they are used for an audit only, and that the file is there.</summary>
    public static void Check(PaperArguments read, List<string> targets, List<string> mistakes)
    {
        if (!targets.Contains("Audit") && (read.Csv is not null || !read.Columns.IsEmpty))
            mistakes.Add("--csv and --column go with --target=Audit. Add it, or leave them out.");
        else if (read.Csv is { } csv && !File.Exists(csv))
            mistakes.Add($"--csv: {csv} does not exist.");
        else if (read.Csv is null && !read.Columns.IsEmpty)
            mistakes.Add("--column says what the columns of a table are: name the table with --csv=FILE.");
        try
        {
            Stages.ColumnRoles.Parse(read.Columns);
        }
        catch (ArgumentException fault)
        {
            mistakes.Add($"--column: {fault.Message.Split(" (Parameter", 2)[0]}");
        }
    }
}
