using System.Text;
using RruffGeo.Presentation.Tables;

namespace RruffGeo.Presentation.Checklists;

/// <summary>Writes checklists as GitHub-flavoured Markdown.</summary>
public static class MarkdownChecklist
{
    /// <summary>Title, lead, and under each question its answer and the files that prove it.</summary>
    public static string Of(Checklist checklist)
    {
        var text = new StringBuilder();
        text.Append("# ").Append(MarkdownTable.Escape(checklist.Title)).Append("\n\n");
        if (checklist.Origin == DataOrigin.Simulated)
            text.Append("**").Append(DataOrigins.Words(checklist.Origin)).Append("**: nothing on this page is a result about RRUFF.\n\n");
        text.Append(MarkdownTable.Escape(checklist.Lead)).Append('\n');
        foreach (var group in checklist.Groups)
        {
            text.Append("\n## ").Append(MarkdownTable.Escape(group.Title)).Append('\n');
            foreach (var item in group.Items)
            {
                text.Append("\n### ").Append(MarkdownTable.Escape($"{item.Id}: {item.Question}")).Append("\n\n**")
                    .Append(AnswerStatuses.Words(item.Status)).Append("**: ").Append(MarkdownTable.Escape(item.Value)).Append("\n\n");
                foreach (var file in item.Files)
                    text.Append("- ").Append(MarkdownTable.Escape(file.Path)).Append(", SHA-256 `").Append(file.Sha256).Append("`\n");
            }
        }

        return text.ToString();
    }
}
