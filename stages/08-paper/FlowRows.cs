namespace RruffGeo.Stages;

/// <summary>The tables from which the flow of rows is counted.</summary>
internal sealed record FlowRows(
    IReadOnlyList<ArchiveReport> Archives, IReadOnlyList<RejectedInput> Rejected, IReadOnlyList<JoinedSpectrum> Joined,
    IReadOnlyList<UnresampledSpectrum> Unresampled, IReadOnlyList<ResampledSpectrum> Resampled, IReadOnlyList<CountryClass> Classes)
{
    /// <summary>Rows of a run's artifacts.</summary>
    public static FlowRows Of(RawSpectra raw, JoinedSpectra joined, ResampledSpectra resampled, AssignedFolds folds) =>
        new(raw.Archives, raw.Rejected, joined.Spectra, resampled.Left, resampled.Spectra, folds.Classes);

    /// <summary>The same from sources already read.</summary>
    public static FlowRows Of(PaperSources sources) =>
        new(sources.Archives, sources.Rejected, sources.Joined, sources.Unresampled, sources.Resampled, sources.Classes);
}
