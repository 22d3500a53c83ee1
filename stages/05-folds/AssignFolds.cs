using System.Globalization;
using RruffGeo.Artifacts;
using RruffGeo.Evaluation;

namespace RruffGeo.Stages;

/// <summary>Divides spectra into folds under each protocol (paper B.1).</summary>
public static class AssignFolds
{
    /// <summary>Chooses the classes, then assigns every spectrum of them to one fold under each protocol.</summary>
    /// <returns>Protocols from row to species, spectra in artifact order.</returns>
    /// <exception cref="InvalidDataException">No class can be divided into the folds asked for, or the inputs do not belong together.</exception>
    public static AssignedFolds Run(
        JoinedSpectra joined, ResampledSpectra resampled, FoldsParameters parameters, StageContext stage)
    {
        var task = ClassFilter.Apply(JoinedRows.Of(joined, resampled.Spectra), parameters);
        var protocols = Protocols.Parse(parameters.Protocols);
        var assignments = new List<FoldAssignment>();
        var warnings = new List<FoldWarning>(task.Warnings);
        for (var done = 0; done < protocols.Count; done++)
        {
            stage.Cancellation.ThrowIfCancellationRequested();
            stage.Progress.Report(new StageProgress(protocols[done], done, protocols.Count, "protocols"));
            var folds = protocols[done] is Protocols.Row or Protocols.RowUnshuffled
                ? AssignRows(task, protocols[done], parameters, warnings)
                : AssignGroups(task, protocols[done], parameters, warnings);
            for (var row = 0; row < folds.Length; row++)
                assignments.Add(new FoldAssignment
                {
                    Protocol = protocols[done],
                    SpectrumId = task.Spectra[row].SpectrumId,
                    Class = task.Labels[row],
                    Fold = folds[row],
                });
        }

        ParquetTable.Write(stage.File("folds.parquet"), assignments, Describe(parameters));
        ParquetTable.Write(stage.File("classes.parquet"), task.Classes);
        ParquetTable.Write(stage.File("warnings.parquet"), warnings);
        stage.Progress.Report(new StageProgress("folds assigned", protocols.Count, protocols.Count, "protocols"));
        return new AssignedFolds(stage.Destination);
    }

    private static int[] AssignRows(ClassFilter task, string protocol, FoldsParameters parameters, List<FoldWarning> warnings)
    {
        var folds = parameters.Shuffle && protocol == Protocols.Row
            ? StratifiedFolds.Shuffled(task.Labels, parameters.Folds, (uint)parameters.Seed)
            : StratifiedFolds.InOrder(task.Labels, parameters.Folds);
        warnings.AddRange(SmallClasses(
            task, protocol, parameters.Folds, "rows", label => task.Classes[label].Rows));
        return folds;
    }

    private static int[] AssignGroups(ClassFilter task, string protocol, FoldsParameters parameters, List<FoldWarning> warnings)
    {
        var groups = Protocols.GroupsOf(protocol, task.Spectra);
        var assignment = GroupedFolds.Assign(task.Labels, groups, parameters.Folds);
        var groupsOfClass = task.Classes.Select(_ => new HashSet<string>(StringComparer.Ordinal)).ToArray();
        for (var row = 0; row < groups.Length; row++)
            groupsOfClass[task.Labels[row]].Add(groups[row]);
        if (assignment.Repaired)
            warnings.Add(new FoldWarning
            {
                Protocol = protocol,
                Code = "ties-to-smallest-fold",
                Message = $"The rule of StratifiedGroupKFold left one of {parameters.Folds} folds empty; ties went to the fold with fewest rows instead.",
            });
        warnings.AddRange(SmallClasses(
            task, protocol, parameters.Folds, "groups", label => groupsOfClass[label].Count));
        return assignment.Folds;
    }

    private static IEnumerable<FoldWarning> SmallClasses(
        ClassFilter task, string protocol, int folds, string unit, Func<int, int> count) =>
        from country in task.Classes
        let found = count(country.Class)
        where found < folds
        select new FoldWarning
        {
            Protocol = protocol,
            Country = country.Country,
            Code = $"fewer-{unit}-than-folds",
            Message = $"{country.Country} has {found} {unit} for {folds} folds: some folds hold none of it out.",
        };

    private static SortedDictionary<string, string> Describe(FoldsParameters parameters) => new(StringComparer.Ordinal)
    {
        ["folds"] = parameters.Folds.ToString(CultureInfo.InvariantCulture),
        ["minimum_rows"] = parameters.MinimumRows.ToString(CultureInfo.InvariantCulture),
        ["minimum_specimens"] = parameters.MinimumSpecimens.ToString(CultureInfo.InvariantCulture),
        ["row_order"] = parameters.Shuffle ? "shuffled" : "file name",
        ["seed"] = parameters.Seed.ToString(CultureInfo.InvariantCulture),
    };
}
