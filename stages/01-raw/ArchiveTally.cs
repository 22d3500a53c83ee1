using RruffGeo.Spectra;

namespace RruffGeo.Stages;

/// <summary>Counts what came of one archive's members.</summary>
internal sealed class ArchiveTally(ArchiveFile archive, string vintage)
{
    private const float RegionOfHydroxyl = 2000;

    private readonly Dictionary<(string Outcome, string Code), int> noticed = [];
    private readonly List<int> points = [];
    private readonly List<float> steps = [];
    private (float Lowest, float Highest, int Above) range = (float.PositiveInfinity, float.NegativeInfinity, 0);

    public string Vintage => vintage;

    public int Spectra { get; private set; }

    public int Rejected { get; private set; }

    public int Notes { get; private set; }

    public int Damaged { get; private set; }

    /// <summary>Counts a spectrum that was read.</summary>
    public void Add(RawRow row)
    {
        Spectra++;
        foreach (var code in row.Diagnostics.Split(';', StringSplitOptions.RemoveEmptyEntries))
            Notice("read", code);
        points.Add(row.Points);
        steps.Add((row.LastWavenumber - row.FirstWavenumber) / (row.Points - 1));
        range = (
            Math.Min(range.Lowest, row.FirstWavenumber), Math.Max(range.Highest, row.LastWavenumber),
            range.Above + (row.FirstWavenumber > RegionOfHydroxyl ? 1 : 0));
    }

    /// <summary>Counts a member that was not.</summary>
    public void Add(RejectedInput input)
    {
        if (input.Scope == "note")
            Notes++;
        else
            Rejected++;
        if (input.Code == ArchiveMemberException.Damaged)
            Damaged++;
        Notice(input.Scope == "note" ? "note" : "rejected", input.Code);
    }

    /// <summary>Counts something noticed of a member.</summary>
    public void Notice(string outcome, string code) => noticed[(outcome, code)] = noticed.GetValueOrDefault((outcome, code)) + 1;

    public IEnumerable<DiagnosticCount> ToDiagnostics() => noticed
        .OrderBy(pair => pair.Key.Outcome, StringComparer.Ordinal).ThenBy(pair => pair.Key.Code, StringComparer.Ordinal)
        .Select(pair => new DiagnosticCount { Archive = archive.Name, Outcome = pair.Key.Outcome, Code = pair.Key.Code, Files = pair.Value });

    public ArchiveReport ToReport(string state) => new()
    {
        Archive = archive.Name,
        Sha256 = archive.Sha256,
        Bytes = archive.Bytes,
        Members = Spectra + Rejected + Notes,
        Spectra = Spectra,
        Rejected = Rejected,
        Notes = Notes,
        State = state,
        Accepted = archive.Accepted,
        Vintage = vintage,
        Simulated = state == "simulated",
    };

    public AxisReport ToAxes()
    {
        points.Sort();
        steps.Sort();
        return new AxisReport
        {
            Archive = archive.Name,
            Spectra = Spectra,
            Lowest = Spectra == 0 ? 0 : range.Lowest,
            Highest = Spectra == 0 ? 0 : range.Highest,
            FewestPoints = points.FirstOrDefault(),
            MedianPoints = points.ElementAtOrDefault((points.Count - 1) / 2),
            MostPoints = points.LastOrDefault(),
            MedianStep = steps.ElementAtOrDefault((steps.Count - 1) / 2),
            Decreasing = Of(DiagnosticCodes.DecreasingWavenumbers),
            Unsorted = Of(DiagnosticCodes.UnsortedWavenumbers),
            Duplicated = Of(DiagnosticCodes.DuplicatedWavenumbers),
            Negative = Of(DiagnosticCodes.NegativeWavenumbers),
            AboveTwoThousand = range.Above,
        };

        int Of(string code) => noticed.GetValueOrDefault(("read", code));
    }
}
