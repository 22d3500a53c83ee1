using RruffGeo.Spectra;

namespace RruffGeo.Stages;

/// <summary>Asks a run's networks where a spectrum comes from: its grid, its networks, their mean probability.</summary>
public static class PredictCountry
{
    private const int NeighboursShown = 5;

    /// <summary>Predicts one spectrum.</summary>
    /// <param name="run">The run.</param>
    /// <param name="spectrum">The spectrum as read.</param>
    /// <param name="file">Name of its file, for messages.</param>
    /// <param name="cancellation">Looked at before each network.</param>
    /// <exception cref="InvalidDataException">The spectrum does not meet the run's window, or the run's artifacts do not belong together.</exception>
    public static Prediction Run(TrainedRun run, SpectrumFile spectrum, string file, CancellationToken cancellation)
    {
        var grid = run.Resampled.Grid;
        var (row, reason) = ResampleSpectra.Resample(
            new RawSpectrum { SpectrumId = file, Wavenumbers = spectrum.Wavenumbers, Intensities = spectrum.Intensities },
            grid.ToWavenumbers(), run.Resampled.Order);
        if (row is null)
            throw new InvalidDataException($"{file}: run '{run.Name}' cannot use this spectrum. {reason!.Reason}");

        var classes = run.Folds.Classes;
        var networks = run.Networks(classes.Count);
        var answers = new FoldAnswer[networks.Length];
        for (var i = 0; i < answers.Length; i++)
        {
            cancellation.ThrowIfCancellationRequested();
            answers[i] = networks[i].Ask(row.Intensities, cancellation);
        }

        var nearest = NearestSpectra.Find(run, row.Intensities, NeighboursShown);
        return new Prediction
        {
            Run = run.Name,
            Simulated = run.Raw.Archives.Any(archive => archive.Simulated),
            Protocol = run.Protocol,
            Networks = run.Models.Length,
            File = file,
            Format = spectrum.Format.ToString(),
            Points = spectrum.Wavenumbers.Length,
            FirstWavenumber = spectrum.Wavenumbers[0],
            LastWavenumber = spectrum.Wavenumbers[^1],
            PaddingShare = row.PaddingShare,
            Countries = [.. classes.Select(country => new CountryProbability(country.Country, answers.Average(answer => answer.Probabilities[country.Class])))
                .OrderByDescending(country => country.Probability).ThenBy(country => country.Country, StringComparer.Ordinal)],
            Calibrated = networks.All(network => network.Calibration is not null),
            Set = SetOf(run, networks, answers, classes),
            Nearest = nearest,
            Notes = PredictionNotes.Of(run, spectrum, row.PaddingShare, nearest),
        };
    }

    /// <summary>The countries that more than half of the networks have in their sets; none where no fold's held-out specimens can promise anything about new ones.</summary>
    private static CountrySet? SetOf(TrainedRun run, FoldNetwork[] networks, FoldAnswer[] answers, IReadOnlyList<CountryClass> classes)
    {
        if (!run.KeepsSpecimensApart || networks[0].Calibration is not { } calibration || networks.Any(network => network.Calibration is null))
            return null;
        var measured = run.Measured!.Conformal.FirstOrDefault(row =>
            row.Protocol == run.Protocol && row.Model == run.Models[0].Branch.Model && row is { Score: "LAC", Unit: "specimen", Country: "" });
        return new CountrySet
        {
            Level = calibration.Level,
            Countries = [.. classes.Where(country => 2 * answers.Count(answer => answer.InSet[country.Class]) > answers.Length).Select(country => country.Country).Order(StringComparer.Ordinal)],
            MeasuredCoverage = measured?.Coverage,
            MeanSize = measured?.MeanSize,
        };
    }
}
