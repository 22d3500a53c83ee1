using Cake.Core;
using Cake.Frosting;
using RruffGeo.Build.Running;
using RruffGeo.Spectra;
using RruffGeo.Stages;

namespace RruffGeo.Build;

/// <summary>A spectrum → countries, by the networks of a run.</summary>
[TaskName("Predict"), TaskDescription("where a spectrum comes from, by a run's networks: --spectrum=FILE [--run=NAME] [--protocol=specimen]")]
public sealed class PredictTask : FrostingTask<PaperContext>
{
    /// <inheritdoc/>
    public override void Run(PaperContext paper)
    {
        var path = paper.Typed.Spectrum!;
        using var interruption = new Interruption();
        try
        {
            var spectrum = SpectrumReader.ReadFile(path);
            var run = TrainedRun.Open(paper.Typed.RunFolder, paper.Typed.Protocol);
            var prediction = PredictCountry.Run(run, spectrum, Path.GetFileName(path), interruption.Token);
            foreach (var line in PredictionText.Lines(prediction))
                Console.WriteLine(line);
            var json = Path.Combine(paper.Typed.RunFolder, "prediction.json");
            File.WriteAllText(json + ".partial", PredictionText.Json(prediction));
            File.Move(json + ".partial", json, overwrite: true);
            Console.WriteLine($"\nWritten    {json}");
        }
        catch (Exception fault) when (fault is SpectrumFormatException or InvalidDataException)
        {
            throw new CakeException(fault.Message);
        }
    }
}
