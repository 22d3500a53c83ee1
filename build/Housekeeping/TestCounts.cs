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

    /// <inheritdoc/>
    public override string ToString() => FormattableString.Invariant($"{Passed} passed, {counts["failed"]} failed, {counts["skipped"]} skipped");

    [GeneratedRegex(@"^\s*(succeeded|failed|skipped): (\d+)\s*$")]
    private static partial Regex SummaryLine();
}
