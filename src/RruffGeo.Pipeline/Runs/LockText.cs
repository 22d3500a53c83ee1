using System.Collections.Immutable;
using System.Text;

namespace RruffGeo.Pipeline.Runs;

/// <summary>The form of <c>paper.lock</c>: a block per artifact, one value a line, all in ordinal order, no times.</summary>
internal static class LockText
{
    private const string Header = "paper.lock v1";
    private const string Separator = " = ";

    /// <summary>The text for <paramref name="entries"/>.</summary>
    internal static string Format(IEnumerable<LockEntry> entries)
    {
        var text = new StringBuilder(Header).Append('\n');
        foreach (var entry in entries.OrderBy(entry => TitleOf(entry.Values), StringComparer.Ordinal))
        {
            text.Append('\n').Append('[').Append(Escape(TitleOf(entry.Values))).Append("]\n");
            foreach (var (name, value) in entry.Values)
                text.Append(Escape(name)).Append(value.Length == 0 ? Separator.TrimEnd() : Separator).Append(Escape(value)).Append('\n');
        }
        return text.ToString();
    }

    /// <summary>The entries of <paramref name="text"/> by (stage, branch).</summary>
    /// <exception cref="FormatException">A line is not understood; the message has its number.</exception>
    internal static IReadOnlyDictionary<(string Stage, string Branch), LockEntry> Parse(string text)
    {
        var entries = new Dictionary<(string, string), LockEntry>();
        ImmutableSortedDictionary<string, string>.Builder? block = null;
        var lines = text.Split('\n');
        if (lines[0].TrimEnd('\r') != Header)
            throw new FormatException($"line 1: expected '{Header}'");
        for (var number = 2; number <= lines.Length; number++)
        {
            var line = lines[number - 1].TrimEnd('\r');
            if (line.StartsWith('[') && line.EndsWith(']'))
            {
                Close(block);
                block = ImmutableSortedDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);
            }
            else if (line.Length > 0)
            {
                var split = line.IndexOf(Separator.TrimEnd(), StringComparison.Ordinal);
                if (block is null || split < 0 || !block.TryAdd(Unescape(line[..split]), Unescape(line[Math.Min(split + Separator.Length, line.Length)..])))
                    throw new FormatException($"line {number}: expected 'name = value' inside a block, each name once, but found '{line}'");
            }
        }
        Close(block);
        return entries;

        void Close(ImmutableSortedDictionary<string, string>.Builder? finished)
        {
            if (finished is null)
                return;
            if (!finished.TryGetValue("stage", out var stage) || !entries.TryAdd((stage, finished.GetValueOrDefault("branch", "")), new(finished.ToImmutable())))
                throw new FormatException("a block has no stage, or two blocks are of one stage and branch");
        }
    }

    private static string TitleOf(ImmutableSortedDictionary<string, string> values) =>
        (values.GetValueOrDefault("stage", "") + " " + values.GetValueOrDefault("branch", "")).TrimEnd();

    private static string Escape(string text) => text
        .Replace(@"\", @"\\", StringComparison.Ordinal).Replace("\n", @"\n", StringComparison.Ordinal)
        .Replace("\r", @"\r", StringComparison.Ordinal).Replace("=", @"\e", StringComparison.Ordinal);

    private static string Unescape(string text)
    {
        if (!text.Contains('\\', StringComparison.Ordinal))
            return text;
        var plain = new StringBuilder();
        for (var i = 0; i < text.Length; i++)
            plain.Append(text[i] != '\\' || i + 1 == text.Length ? text[i] : text[++i] switch
            {
                'n' => '\n',
                'r' => '\r',
                'e' => '=',
                var other => other,
            });
        return plain.ToString();
    }
}
