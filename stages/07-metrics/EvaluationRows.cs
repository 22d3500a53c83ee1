using RruffGeo.Evaluation;

namespace RruffGeo.Stages;

/// <summary>The rows that are measured: the spectra of the task in artifact order, with their folds under each protocol.</summary>
internal sealed class EvaluationRows
{
    private EvaluationRows(
        IReadOnlyList<JoinedSpectrum> spectra, IReadOnlyList<ResampledSpectrum> resampled, int[] resampledRows,
        IReadOnlyList<CountryClass> classes, IReadOnlyList<ProtocolTask> protocols, int seed)
    {
        Spectra = spectra;
        Resampled = resampled;
        ResampledRows = resampledRows;
        Classes = classes;
        Protocols = protocols;
        Specimens = SharedUnits.Number([.. spectra.Select(row => row.Specimen)]);
        SpecimenCount = Specimens.Length == 0 ? 0 : Specimens.Max() + 1;
        Halves = SpecimenHalves.Of(Specimens, SpecimenCount, (uint)seed);
        RowOfId = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var row = 0; row < spectra.Count; row++)
            RowOfId[spectra[row].SpectrumId] = row;
    }

    /// <summary>The joined row of each spectrum.</summary>
    public IReadOnlyList<JoinedSpectrum> Spectra { get; }

    /// <summary>The resampled row of each spectrum.</summary>
    public IReadOnlyList<ResampledSpectrum> Resampled { get; }

    /// <summary>Position of each spectrum in <c>resampled.parquet</c>, ascending.</summary>
    public int[] ResampledRows { get; }

    /// <summary>The classes of the task.</summary>
    public IReadOnlyList<CountryClass> Classes { get; }

    /// <summary>Classes and folds under each protocol, in the order of <c>folds.parquet</c>.</summary>
    public IReadOnlyList<ProtocolTask> Protocols { get; }

    /// <summary>Specimen of each spectrum as a number from 0; a spectrum without one is a specimen of its own.</summary>
    public int[] Specimens { get; }

    /// <summary>Number of specimens.</summary>
    public int SpecimenCount { get; }

    /// <summary>Half of each spectrum's specimen, 0 or 1: what is calibrated on one half is measured on the other.</summary>
    public int[] Halves { get; }

    /// <summary>Position of each spectrum by its id.</summary>
    public Dictionary<string, int> RowOfId { get; }

    /// <summary>Joins the artifacts.</summary>
    /// <param name="joined">Countries and units.</param>
    /// <param name="resampled">Which spectra are on the grid.</param>
    /// <param name="folds">Classes and folds.</param>
    /// <param name="seed">Seed of <see cref="Halves"/>.</param>
    /// <exception cref="InvalidDataException">They do not belong together.</exception>
    public static EvaluationRows Of(JoinedSpectra joined, ResampledSpectra resampled, AssignedFolds folds, int seed)
    {
        var resampledSpectra = resampled.Spectra;
        var joinedSpectra = JoinedRows.Of(joined, resampledSpectra);
        var classes = folds.Classes;
        var assignments = folds.Assignments
            .GroupBy(assignment => assignment.Protocol, StringComparer.Ordinal).Select(group => group.ToArray()).ToArray();
        if (assignments.Length == 0)
            throw new InvalidDataException("folds.parquet: no row in it, expected the folds of at least one protocol. Rerun stage Folds.");

        var first = assignments[0];
        var inFolds = first.Select(assignment => assignment.SpectrumId).ToHashSet(StringComparer.Ordinal);
        int[] kept = [.. Enumerable.Range(0, resampledSpectra.Count).Where(row => inFolds.Contains(resampledSpectra[row].SpectrumId))];
        foreach (var protocol in assignments)
            RequireWholeProtocol(protocol, [.. kept.Select(row => resampledSpectra[row].SpectrumId)]);

        int[] labels = [.. first.Select(assignment => assignment.Class)];
        return new EvaluationRows(
            [.. kept.Select(row => joinedSpectra[row])], [.. kept.Select(row => resampledSpectra[row])], kept, classes,
            [.. assignments.Select(protocol => new ProtocolTask(
                protocol[0].Protocol,
                new FoldedTask(labels, classes.Count, [.. protocol.Select(assignment => assignment.Fold)])))], seed);
    }

    /// <summary>Rows that come from no artifact: a table of features, of which no place, mask or metadata is known.</summary>
    /// <param name="spectra">Country and units of each row.</param>
    /// <param name="classes">The classes of the task.</param>
    /// <param name="protocols">Classes and folds under each protocol.</param>
    /// <param name="seed">Seed of <see cref="Halves"/>.</param>
    public static EvaluationRows OfTable(
        IReadOnlyList<JoinedSpectrum> spectra, IReadOnlyList<CountryClass> classes, IReadOnlyList<ProtocolTask> protocols, int seed) =>
        new(spectra, [], [.. Enumerable.Range(0, spectra.Count)], classes, protocols, seed);

    private static void RequireWholeProtocol(FoldAssignment[] protocol, string[] expected)
    {
        if (protocol.DistinctBy(assignment => assignment.Fold).Count() < 2)
            throw new InvalidDataException(
                $"folds.parquet: protocol '{protocol[0].Protocol}' has a single fold, so nothing is left to learn from. Rerun stage Folds.");
        if (!protocol.Select(assignment => assignment.SpectrumId).SequenceEqual(expected, StringComparer.Ordinal))
            throw new InvalidDataException(
                $"folds.parquet: protocol '{protocol[0].Protocol}' lists {protocol.Length} spectra, expected the {expected.Length} " +
                "resampled spectra of the task in their order. Rerun stage Folds.");
    }
}

/// <summary>The task under one protocol.</summary>
/// <param name="Protocol">Protocol of stage 05.</param>
/// <param name="Task">Classes and folds of the rows.</param>
internal sealed record ProtocolTask(string Protocol, FoldedTask Task);
