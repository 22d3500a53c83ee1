using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using RruffGeo.Presentation.Drawing;

namespace RruffGeo.Stages;

/// <summary>A prediction as people and as programs read it.</summary>
public static class PredictionText
{
    private const int CountriesShown = 10;

    private static readonly JsonSerializerOptions Indented = new()
    {
        WriteIndented = true,
        NewLine = "\n",
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        Encoder = JavaScriptEncoder.Create(System.Text.Unicode.UnicodeRanges.All),
    };

    /// <summary>The lines to print.</summary>
    public static IEnumerable<string> Lines(Prediction prediction)
    {
        yield return $"{prediction.File}: {prediction.Format}, {Numerals.Of(prediction.Points)} points, "
            + $"{Numerals.Of(prediction.FirstWavenumber, 1)}–{Numerals.Of(prediction.LastWavenumber, 1)} cm⁻¹";
        yield return $"Run {prediction.Run}, folds by {prediction.Protocol}, mean of {prediction.Networks} networks{(prediction.Simulated ? " (SIMULATED DATA)" : "")}";
        yield return "";
        yield return $"{"",3}  {"Country",-32} {"Probability",11}";
        foreach (var (country, i) in prediction.Countries.Take(CountriesShown).Select((country, i) => (country, i)))
            yield return $"{i + 1,3}  {country.Country,-32} {Numerals.Percent(country.Probability),11}";
        if (prediction.Countries.Count > CountriesShown)
            yield return $"{"",3}  {$"and {prediction.Countries.Count - CountriesShown} others",-32} {Numerals.Percent(prediction.Countries.Skip(CountriesShown).Sum(country => country.Probability)),11}";
        foreach (var line in SetLines(prediction))
            yield return line;
        yield return "";
        yield return $"{"",3}  {"Nearest in the library",-32} {"Cosine",11}";
        foreach (var (near, i) in prediction.Nearest.Select((near, i) => (near, i)))
            yield return $"{i + 1,3}  {$"{near.Mineral} {near.Specimen}, {near.Kind}",-32} {near.Cosine.ToString("0.0000", CultureInfo.InvariantCulture),11}  {near.Country}";
        yield return "";
        foreach (var note in prediction.Notes)
            yield return $"  - {note}";
    }

    private static IEnumerable<string> SetLines(Prediction prediction)
    {
        if (prediction.Set is not { } set)
            yield break;
        var measured = set.MeasuredCoverage is { } coverage ? $", {Numerals.Percent(coverage)} measured on held-out spectra" : "";
        yield return "";
        yield return $"{"",3}  Prediction set: {set.Countries.Count} of {prediction.Countries.Count} countries ({Numerals.Percent(set.Level, 0)} asked for of each network{measured})";
        yield return $"{"",3}  {(set.Countries.Count == 0 ? "none: the spectrum is unlike what the networks know" : set.Countries.Count == prediction.Countries.Count ? "all: nothing can be ruled out" : string.Join(", ", set.Countries))}";
    }

    /// <summary>The content of <c>prediction.json</c>, with a final line feed.</summary>
    public static string Json(Prediction prediction) => JsonSerializer.Serialize(prediction, Indented) + "\n";
}
