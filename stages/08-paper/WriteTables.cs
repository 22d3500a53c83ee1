using System.Collections.Immutable;
using System.Text;
using RruffGeo.Presentation.Claims;
using RruffGeo.Presentation.Tables;

namespace RruffGeo.Stages;

/// <summary>Writes every table as CSV, Markdown and LaTeX.</summary>
internal static class WriteTables
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    /// <summary>All tables of the paper; the claim ledger last.</summary>
    public static ImmutableArray<Table> Of(PaperSources sources, ImmutableArray<CheckedClaim> claims) =>
        [.. StatisticsTables.Of(sources), .. ResultTables.Of(sources), .. QualityTables.Of(sources), .. LoadTables.Of(sources), .. GeographyTables.Of(sources), .. TwinTables.Of(sources), ClaimTable.Of(claims, sources.Origin)];

    /// <summary>Writes <paramref name="tables"/> below <paramref name="folder"/>, three files each.</summary>
    public static void Run(IEnumerable<Table> tables, string folder)
    {
        Directory.CreateDirectory(folder);
        foreach (var table in tables)
        {
            File.WriteAllText(Path.Combine(folder, table.Id + ".csv"), CsvTable.Of(table), Utf8);
            File.WriteAllText(Path.Combine(folder, table.Id + ".md"), MarkdownTable.Of(table), Utf8);
            File.WriteAllText(Path.Combine(folder, table.Id + ".tex"), LatexTable.Of(table), Utf8);
        }
    }
}
