using System.Text;
using RruffGeo.Presentation.Tables;

namespace RruffGeo.Stages;

/// <summary>The table of runs beside a main one, ready to be printed and written.</summary>
public sealed class ComparedRuns
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);
    private readonly Table table;

    internal ComparedRuns(Table table) => this.table = table;

    /// <summary>The lines to print.</summary>
    public IEnumerable<string> Lines() => [.. TextTable.Lines(table), "", table.Note];

    /// <summary>Writes <c>ablations.csv</c> and <c>ablations.md</c>.</summary>
    /// <returns>The files.</returns>
    public IEnumerable<string> Write(string folder)
    {
        foreach (var (ending, content) in new[] { ("csv", CsvTable.Of(table)), ("md", MarkdownTable.Of(table)) })
        {
            var path = Path.Combine(folder, $"{table.Id}.{ending}");
            File.WriteAllText(path + ".partial", content, Utf8);
            File.Move(path + ".partial", path, overwrite: true);
            yield return path;
        }
    }
}
