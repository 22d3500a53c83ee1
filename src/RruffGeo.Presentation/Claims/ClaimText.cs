using System.Collections.Immutable;
using System.Text;
using RruffGeo.Presentation.Drawing;

namespace RruffGeo.Presentation.Claims;

/// <summary>The claim ledger for a terminal: at most <see cref="Width"/> characters a line.</summary>
public static class ClaimText
{
    /// <summary>Characters of the longest line.</summary>
    public const int Width = 100;

    private const string Gap = "  ";

    // A blank at which no line is broken.
    private const char Bound = '\u00A0';

    // Claim, what, printed, recomputed, verdict: 4 + 31 + 16 + 21 + 20 and four gaps of two make 100.
    private static readonly ImmutableArray<int> Columns = [4, 31, 16, 21, 20];

    /// <summary>A head, one row per claim (as many lines as it takes), then how many claims have which verdict.</summary>
    public static IEnumerable<string> Lines(ImmutableArray<CheckedClaim> claims)
    {
        foreach (var line in Row(["Id", "Claim (where)", "Printed", "Recomputed", "Verdict"]))
            yield return line;
        yield return new string('─', Width);
        foreach (var claim in claims)
            foreach (var line in Row([claim.Id, $"{claim.Statement} ({claim.Section})", claim.Printed, claim.Recomputed, Verdicts.Words(claim.Verdict)]))
                yield return line;
        yield return new string('─', Width);
        foreach (var verdict in Enum.GetValues<Verdict>())
            if (claims.Count(claim => claim.Verdict == verdict) is > 0 and var count)
                yield return $"{Numerals.Of(count),4}  {Verdicts.Words(verdict)}";
        yield return $"{Numerals.Of(claims.Length),4}  checks of the paper against itself; how each was made, and its evidence, stand in the files";
    }

    private static IEnumerable<string> Row(ImmutableArray<string> cells)
    {
        List<string>[] wrapped = [.. cells.Select((cell, column) => Wrapped(cell, Columns[column]))];
        for (var line = 0; line < wrapped.Max(cell => cell.Count); line++)
            yield return string.Join(Gap, wrapped.Select((cell, column) => (line < cell.Count ? cell[line] : "").PadRight(Columns[column]))).TrimEnd();
    }

    /// <summary>Lines of at most <paramref name="width"/> characters, broken at blanks, never before a per cent sign; a longer word is cut.</summary>
    private static List<string> Wrapped(string text, int width)
    {
        var (lines, line) = (new List<string>(), new StringBuilder());
        foreach (var word in text.Replace(" %", $"{Bound}%", StringComparison.Ordinal).Split(' ', StringSplitOptions.RemoveEmptyEntries).SelectMany(word => word.Chunk(width)))
        {
            if (line.Length > 0 && line.Length + 1 + word.Length > width)
            {
                lines.Add(line.ToString());
                line.Clear();
            }

            line.Append(line.Length > 0 ? " " : "").Append(word).Replace(Bound, ' ');
        }

        lines.Add(line.ToString());
        return lines;
    }
}
