using RruffGeo.Models;

namespace RruffGeo.Stages;

/// <summary>Divides the spectra of a protocol into those that train a branch and those that it predicts.</summary>
internal static class HeldOutFold
{
    /// <summary>Joins stages 04 and 05 on the spectrum id.</summary>
    /// <returns>Both parts in the order of <c>folds.parquet</c>.</returns>
    /// <exception cref="InvalidDataException">The inputs do not belong together, or a part is empty.</exception>
    public static (TrainingSet Training, TrainingSet HeldOut) Split(ResampledSpectra resampled, AssignedFolds folds, ModelBranch branch)
    {
        var assigned = folds.Assignments.Where(row => row.Protocol == branch.Protocol).ToList();
        if (!assigned.Exists(row => row.Fold == branch.Fold) || assigned.TrueForAll(row => row.Fold == branch.Fold))
            throw new InvalidDataException(
                $"folds.parquet: protocol '{branch.Protocol}' has {assigned.Count} spectra, {assigned.Count(row => row.Fold == branch.Fold)} of them in fold {branch.Fold}: expected some inside and some outside. Rerun stage Folds.");
        var (rows, points, intensities) = (new Dictionary<string, int>(StringComparer.Ordinal), resampled.Grid.Points, resampled.ReadIntensities());
        foreach (var spectrum in resampled.Spectra)
            rows.Add(spectrum.SpectrumId, rows.Count);
        if (intensities.LongLength != (long)rows.Count * points)
            throw new InvalidDataException($"resampled.parquet: {rows.Count} spectra of {points} points have {intensities.LongLength} intensities. Rerun stage Resampled.");
        return (Part(row => row.Fold != branch.Fold), Part(row => row.Fold == branch.Fold));

        TrainingSet Part(Predicate<FoldAssignment> belongs)
        {
            var part = assigned.FindAll(belongs);
            return new(intensities, points, [.. part.Select(RowOf)], [.. part.Select(row => row.Class)], [.. part.Select(row => row.SpectrumId)]);
        }

        int RowOf(FoldAssignment assignment) => rows.TryGetValue(assignment.SpectrumId, out var row)
            ? row
            : throw new InvalidDataException($"folds.parquet: spectrum '{assignment.SpectrumId}' is not in resampled.parquet. Rerun stage Folds.");
    }
}
