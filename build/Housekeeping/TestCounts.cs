using System.Globalization;
using System.Text.RegularExpressions;

namespace RruffGeo.Build.Housekeeping;

/// <summary>What came of all tests, as the runner's closing summary has it.</summary>
internal sealed partial class TestCounts
{
    private readonly Dictionary<string, int> counts = new(StringComparer.Ordinal) { ["succeeded"] = 0, ["failed"] = 0, ["skipped"] = 0 };

    /// <summary>Tests that passed.</summary>
    public int Passed => counts["succeeded"];

    /// <summary>Takes a count from a line of the runner's output, if it has one.</summary>
    public void Read(string line)
    {
        if (SummaryLine().Match(line) is { Success: true } match)
            counts[match.Groups[1].Value] = int.Parse(match.Groups[2].ValueSpan, CultureInfo.InvariantCulture);
    }

    /// <summary>Counts a test as failed that was running when its assembly's tests were ended because nothing happened any more.</summary>
    /// <param name="line">A line of the runner's log of such tests, such as <c>[00:10:00] Namespace.Type.Method</c>.</param>
    /// <returns>The test's name; null where the line names none.</returns>
    public string? ReadHung(string line)
    {
        if (HungLine().Match(line) is not { Success: true } match)
            return null;
        counts["failed"]++;
        return match.Groups[1].Value;
    }

    /// <inheritdoc/>
    public override string ToString() => FormattableString.Invariant($"{Passed} passed, {counts["failed"]} failed, {counts["skipped"]} skipped");

    [GeneratedRegex(@"^\s*(succeeded|failed|skipped): (\d+)\s*$")]
    private static partial Regex SummaryLine();

    [GeneratedRegex(@"^\[[\d.:]+\] (\S.*)$")]
    private static partial Regex HungLine();
}
