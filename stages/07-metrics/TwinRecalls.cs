namespace RruffGeo.Stages;

/// <summary>Holds pairs found by numbers against pairs known by metadata.</summary>
internal static class TwinRecalls
{
    /// <summary>RAW and Processed of one acquisition.</summary>
    public const string Twins = "twins";

    private static readonly string[] Halves = ["even", "odd"];

    /// <summary>What metadata say of two files.</summary>
    public static string Relation(SpectrumDescription first, SpectrumDescription second) =>
        first.Acquisition == second.Acquisition ? (first.Kind != second.Kind ? Twins : "same acquisition")
        : first.Specimen == second.Specimen ? "same specimen" : "other specimen";

    /// <summary>Recall and precision among pairs of one RAW and one Processed file, for the even and the odd specimens.</summary>
    public static IReadOnlyList<TwinRecall> Of(IReadOnlyList<SpectrumDescription> descriptions, IReadOnlyList<TwinPair> found)
    {
        var rows = descriptions.ToDictionary(row => row.SpectrumId, StringComparer.Ordinal);
        return [.. Halves.Select(half =>
        {
            var known = descriptions.Where(row => HalfOf(row) == half).GroupBy(row => row.Acquisition, StringComparer.Ordinal)
                .Sum(group => group.Count(row => row.Kind == "RAW") * group.Count(row => row.Kind == "Processed"));
            var pairs = found.Where(pair => HalfOf(rows[pair.SpectrumId]) == half && rows[pair.SpectrumId].Kind != rows[pair.OtherId].Kind).ToList();
            var foundKnown = pairs.Count(pair => pair.Metadata == Twins);
            return new TwinRecall
            {
                Half = half,
                Known = known,
                Found = pairs.Count,
                FoundKnown = foundKnown,
                Recall = known == 0 ? null : (double)foundKnown / known,
                Precision = pairs.Count == 0 ? null : (double)foundKnown / pairs.Count,
            };
        })];
    }

    private static string HalfOf(SpectrumDescription row) =>
        row.Specimen.LastOrDefault(char.IsAsciiDigit) is var digit && digit % 2 == 0 ? "even" : "odd";
}
