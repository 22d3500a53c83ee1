using System.Globalization;
using RruffGeo.Evaluation;
using RruffGeo.Models;
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
        var (own, probabilities) = (new double[classes.Count], new double[classes.Count]);
        foreach (var model in run.Models)
        {
            cancellation.ThrowIfCancellationRequested();
            Softmax.Probabilities(Logits(model, row.Intensities, classes.Count, cancellation), temperature: 1, own);
            for (var i = 0; i < own.Length; i++)
                probabilities[i] += own[i] / run.Models.Length;
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
            Countries = [.. classes.Select(country => new CountryProbability(country.Country, probabilities[country.Class]))
                .OrderByDescending(country => country.Probability).ThenBy(country => country.Country, StringComparer.Ordinal)],
            Nearest = nearest,
            Notes = PredictionNotes.Of(run, spectrum, row.PaddingShare, nearest),
        };
    }

    private static float[] Logits(TrainedModel model, float[] intensities, int classes, CancellationToken cancellation)
    {
        var configuration = model.Configuration;
        var trainedOn = Number("points");
        if (trainedOn != intensities.Length || Number("classes") != classes)
            throw new InvalidDataException(
                $"models.parquet: the network of fold {model.Branch.Fold} has {trainedOn} points and {Number("classes")} classes, but the run's grid has {intensities.Length} and its task {classes}. Run --target=Metrics again.");
        var architecture = TrainingOptionsOf.Architecture(
            new ModelsParameters { Depths = Text("parameter.Depths"), Dimensions = Text("parameter.Dimensions") }, classes);
        using var network = StoredNetwork.Restore(architecture, model.Tensors.ToDictionary(tensor => tensor.Name, tensor => tensor.Values, StringComparer.Ordinal));
        return network.Predict(new TrainingSet(intensities, intensities.Length, [0], [0], ["spectrum"]), threads: 1, cancellation)[0];

        string Text(string key) => configuration.TryGetValue(key, out var text)
            ? text
            : throw new InvalidDataException($"models.parquet: expected '{key}' in its metadata but found none. Run --target=Models again.");
        int Number(string key) => int.Parse(Text(key), CultureInfo.InvariantCulture);
    }
}
