using System.Text;

namespace RruffGeo.Presentation.Tables;

/// <summary>Writes tables as LaTeX; needs the packages booktabs and longtable, T1 fonts and UTF-8 input.</summary>
public static class LatexTable
{
    /// <summary>A longtable with caption, label and note.</summary>
    public static string Of(Table table)
    {
        var text = new StringBuilder();
        var columns = string.Concat(table.Columns.Select(c => c.Kind == CellKind.Number ? 'r' : 'l'));
        var header = string.Join(" & ", table.Columns.Select(c => Escape(c.Title))) + @" \\";
        text.Append("% ").Append(DataOrigins.Words(table.Origin)).Append("; needs \\usepackage[T1]{fontenc} and \\usepackage{booktabs,longtable}\n");
        text.Append(@"\begin{longtable}{").Append(columns).Append("}\n");
        text.Append(@"\caption{").Append(Escape(table.FullCaption)).Append(@"}\label{tab:").Append(table.Id).Append("}\\\\\n");
        text.Append("\\toprule\n").Append(header).Append("\n\\midrule\n\\endfirsthead\n");
        text.Append("\\toprule\n").Append(header).Append("\n\\midrule\n\\endhead\n\\bottomrule\n\\endfoot\n");
        foreach (var row in table.Rows)
            text.AppendJoin(" & ", row.Select(c => Escape(c.Text))).Append(" \\\\\n");
        text.Append("\\end{longtable}\n");
        if (table.Note.Length > 0)
            text.Append(@"\noindent{\footnotesize ").Append(Escape(table.Note)).Append("}\n");
        return text.ToString();
    }

    /// <summary>Text without any meaning to LaTeX.</summary>
    public static string Escape(string text)
    {
        var safe = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            _ = rune.Value switch
            {
                '\\' => safe.Append(@"\textbackslash{}"),
                '~' => safe.Append(@"\textasciitilde{}"),
                '^' => safe.Append(@"\textasciicircum{}"),
                '<' => safe.Append(@"\textless{}"),
                '>' => safe.Append(@"\textgreater{}"),
                '"' => safe.Append(@"\textquotedbl{}"),
                // A bracket at the head of a row would be read as the length of the line break before it.
                '[' => safe.Append("{[}"),
                ']' => safe.Append("{]}"),
                '{' or '}' or '$' or '&' or '#' or '_' or '%' => safe.Append('\\').Append((char)rune.Value),
                < 0x20 or 0x7F => safe.Append(' '),
                < 0x80 => safe.Append((char)rune.Value),
                _ => safe.Append(LatexSymbols.Of(rune)),
            };
        }

        return safe.ToString();
    }
}
