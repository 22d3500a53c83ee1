using System.Text;

namespace RruffGeo.Presentation.Tables;

/// <summary>Writes tables as GitHub-flavoured Markdown.</summary>
public static class MarkdownTable
{
    private const string Special = @"\`*_{}[]()#+!|~$";

    /// <summary>Caption, table, note.</summary>
    public static string Of(Table table)
    {
        var text = new StringBuilder();
        text.Append("**").Append(Escape(table.FullCaption)).Append("**\n\n");
        text.Append("| ").AppendJoin(" | ", table.Columns.Select(c => Escape(c.Title))).Append(" |\n");
        text.Append("| ").AppendJoin(" | ", table.Columns.Select(c => c.Kind == CellKind.Number ? "---:" : ":---")).Append(" |\n");
        foreach (var row in table.Rows)
            text.Append("| ").AppendJoin(" | ", row.Select(c => Escape(c.Text))).Append(" |\n");
        if (table.Note.Length > 0)
            text.Append('\n').Append(Escape(table.Note)).Append('\n');
        return text.ToString();
    }

    /// <summary>Text that Markdown and the HTML inside it leave alone.</summary>
    public static string Escape(string text)
    {
        var safe = new StringBuilder(text.Length);
        foreach (var letter in text)
        {
            _ = letter switch
            {
                '&' => safe.Append("&amp;"),
                '<' => safe.Append("&lt;"),
                '>' => safe.Append("&gt;"),
                '\r' or '\n' or '\t' => safe.Append(' '),
                _ when Special.Contains(letter, StringComparison.Ordinal) && letter is not ('(' or ')' or '+') => safe.Append('\\').Append(letter),
                _ => safe.Append(letter),
            };
        }

        return safe.ToString();
    }
}
