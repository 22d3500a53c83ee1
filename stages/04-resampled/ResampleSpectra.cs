using RruffGeo.Artifacts;
using RruffGeo.Spectra;

namespace RruffGeo.Stages;

/// <summary>Puts the spectra used for learning on one grid (paper 4.1, A.4).</summary>
public static class ResampleSpectra
{
    private const int FewestPoints = 4;
    private const int RowsPerGroup = 512;
    private const int SpectraPerReport = 500;

    // Spectra on their way at once: enough that all cores have work while a row group is read or packed.
    private const int SpectraAhead = 1024;

    /// <summary>Runs the stage.</summary>
    /// <param name="raw">Spectra as measured.</param>
    /// <param name="joined">Which of them are used: rows without exclusions.</param>
    /// <param name="parameters">Grid and order of the steps.</param>
    /// <param name="stage">Where to write, whom to tell, when to stop.</param>
    /// <returns>One row per spectrum on the grid, in the order of <paramref name="raw"/>; the others with their reason.</returns>
    /// <exception cref="InvalidDataException">No spectrum is used, so there is no window.</exception>
    public static ResampledSpectra Run(RawSpectra raw, JoinedSpectra joined, ResampledParameters parameters, StageContext stage)
    {
        var used = joined.Spectra.Where(row => row.Exclusions.Length == 0).Select(row => row.SpectrumId).ToHashSet(StringComparer.Ordinal);
        var descriptions = raw.Descriptions;
        var left = Unselected(descriptions, used, parameters);
        used.ExceptWith(left.Select(row => row.SpectrumId));
        var window = Window(descriptions.Where(row => used.Contains(row.SpectrumId)), parameters);
        var grid = window.ToWavenumbers();
        var order = Enum.Parse<ResamplingOrder>(parameters.Order);

        var group = new List<ResampledIntensities>(RowsPerGroup);
        using var table = new ParquetTableWriter<ResampledIntensities>(stage.File(ResampledSpectra.Table), Metadata(window, parameters));
        var done = 0;
        var spectra = raw.ReadSpectra().Where(spectrum => used.Contains(spectrum.SpectrumId));
        foreach (var (row, reason) in OrderedParallel.Select(
            spectra, spectrum => Resample(spectrum, grid, order), SpectraAhead, stage.Cancellation))
        {
            if (row is null)
                left.Add(reason!);
            else
                group.Add(row);
            if (group.Count == RowsPerGroup)
                Write();
            if (++done % SpectraPerReport == 0 || done == used.Count)
                stage.Progress.Report(new StageProgress("resampling", done, used.Count, "spectra"));
        }

        if (group.Count > 0)
            Write();
        table.Complete();
        ParquetTable.Write(stage.File(ResampledSpectra.LeftTable), left);
        return new ResampledSpectra(stage.Destination);

        void Write()
        {
            table.WriteGroup(group);
            group.Clear();
        }
    }

    private static List<UnresampledSpectrum> Unselected(IReadOnlyList<SpectrumDescription> descriptions, HashSet<string> used, ResampledParameters parameters) =>
    [
        .. from spectrum in descriptions
           where used.Contains(spectrum.SpectrumId)
           let reason = SpectrumSelection.WhyNot(spectrum, parameters)
           where reason is not null
           select new UnresampledSpectrum { SpectrumId = spectrum.SpectrumId, Code = "not-selected", Reason = reason },
    ];

    private static ResamplingGrid Window(IEnumerable<SpectrumDescription> used, ResampledParameters parameters)
    {
        var (first, last) = (float.PositiveInfinity, float.NegativeInfinity);
        foreach (var row in used)
            (first, last) = (Math.Min(first, row.FirstWavenumber), Math.Max(last, row.LastWavenumber));
        if (!(first <= last))
            throw new InvalidDataException(
                "No spectrum is left to resample: all are excluded, or none is selected by Resampled.Kind, Laser and Orientation. See the column 'exclusions' of joined.parquet for why; "
                + "other archives (--archives) or another rule (--set Joined.…) may keep some.");

        var grid = new ResamplingGrid(parameters.First ?? Math.Floor(first), parameters.Last ?? Math.Ceiling(last), parameters.Points);
        return grid.First < grid.Last
            ? grid
            : throw new InvalidDataException(
                $"The window {grid.First} … {grid.Last} cm⁻¹ is empty: the spectra span {first} … {last} cm⁻¹. Set Resampled.First and Resampled.Last inside that.");
    }

    private static SortedDictionary<string, string> Metadata(ResamplingGrid window, ResampledParameters parameters) =>
        new(window.ToMetadata().ToDictionary(), StringComparer.Ordinal) { [ResampledSpectra.OrderKey] = parameters.Order };

    /// <summary>Puts one spectrum on the grid: its row, or the reason why there is none.</summary>
    internal static (ResampledIntensities? Row, UnresampledSpectrum? Reason) Resample(RawSpectrum spectrum, WavenumberGrid grid, ResamplingOrder order)
    {
        var (x, y) = (spectrum.Wavenumbers, spectrum.Intensities);
        if (x.Length < FewestPoints)
            return (null, Left(spectrum, "too-short", $"{x.Length} points; a cubic spline needs {FewestPoints}."));
        if (y.AsSpan().IndexOfAnyExcept(y[0]) < 0)
            return (null, Left(spectrum, "constant-intensity", $"All {y.Length} intensities are {y[0]}; min-max is undefined."));

        var intensities = new float[grid.Points];
        var inside = Resampling.Resample(x, y, grid, order, intensities);
        return inside == 0
            ? (null, Left(spectrum, "outside-window", $"Measured at {x[0]} … {x[^1]} cm⁻¹; the grid is {grid.First} … {grid.Last} cm⁻¹ in {grid.Points} points."))
            : (new ResampledIntensities
            {
                SpectrumId = spectrum.SpectrumId,
                NativeFirst = x[0],
                NativeLast = x[^1],
                PaddingShare = 1 - ((float)inside / grid.Points),
                Intensities = intensities,
            }, null);
    }

    private static UnresampledSpectrum Left(RawSpectrum spectrum, string code, string reason) =>
        new() { SpectrumId = spectrum.SpectrumId, Code = code, Reason = FormattableString.Invariant($"{reason}") };
}
