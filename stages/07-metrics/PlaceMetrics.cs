using RruffGeo.Evaluation;
using RruffGeo.Geography;

namespace RruffGeo.Stages;

/// <summary>How far from the specimen's place a predicted country lies, and whether it lies in the right part of the world (SCIENCE section 7).</summary>
/// <remarks>Safe to share between threads.</remarks>
internal sealed class PlaceMetrics
{
    private static readonly GeoPoint Nowhere = new(0, 0);

    private readonly EvaluationRows rows;
    private readonly CountryPlace[] placeOfClass;
    private readonly Lazy<double[]> kilometres;

    /// <summary>Joins the classes with their places.</summary>
    /// <param name="rows">The rows that are measured.</param>
    /// <param name="places">Where countries lie.</param>
    public PlaceMetrics(EvaluationRows rows, IReadOnlyList<CountryPlace> places)
    {
        this.rows = rows;
        placeOfClass = [.. rows.Classes.Select(country => places.FirstOrDefault(place => place.Country == country.Country)
            ?? throw new InvalidDataException($"places.parquet: the country '{country.Country}' of classes.parquet is not in it. Rerun stage Joined."))];
        kilometres = new(() => AllKilometres(rows, placeOfClass));
    }

    /// <summary>Rows of <c>metrics.parquet</c>: shares in the right continent and region over all rows, distances from the label point of the predicted country over the rows placed more finely than by country.</summary>
    public IEnumerable<MetricValue> Of(ModelPredictions model)
    {
        int[] all = [.. Enumerable.Range(0, rows.Spectra.Count)];
        yield return Row("continent_accuracy", Share(place => place.Continent), all.Length);
        yield return Row("region_accuracy", Share(place => place.Region), all.Length);

        int[] placed = [.. all.Where(row => rows.Spectra[row] is { Latitude: not null, Longitude: not null, Precision: not ("" or "country") })];
        var distances = DistanceSummary.Of(placed.Select(row => Kilometres(row)[model.Predictions.Predicted[row]]));
        yield return Row("distance_mean_km", distances.Mean, placed.Length);
        yield return Row("distance_median_km", distances.Median, placed.Length);
        yield return Row("within_25_km", distances.Within25, placed.Length);
        yield return Row("within_200_km", distances.Within200, placed.Length);
        yield return Row("within_750_km", distances.Within750, placed.Length);
        yield return Row("within_2500_km", distances.Within2500, placed.Length);
        if (model.Predictions.Logits is { } logits)
            yield return Row("distance_expected_km", placed.Length == 0 ? 0 : placed.Average(row => Expected(logits[row]!, Kilometres(row))), placed.Length);

        double Share(Func<CountryPlace, string> part) => all.Length == 0 ? 0 : all.Average(row =>
            part(placeOfClass[model.Predictions.Predicted[row]]) == part(placeOfClass[model.Task.Classes[row]]) ? 1.0 : 0);

        MetricValue Row(string metric, double value, int n) =>
            new() { Protocol = model.Protocol, Model = model.Model, Fold = "pooled", Metric = metric, Value = value, N = n };
    }

    private static double Expected(float[] logits, ReadOnlySpan<double> kilometres)
    {
        var (probabilities, sum) = (new double[logits.Length], 0.0);
        Softmax.Probabilities(logits, 1, probabilities);
        for (var c = 0; c < probabilities.Length; c++)
            sum += probabilities[c] * kilometres[c];
        return sum;
    }

    /// <summary>Distance from the place of a row to the label point of every class, km.</summary>
    private ReadOnlySpan<double> Kilometres(int row) => kilometres.Value.AsSpan(row * placeOfClass.Length, placeOfClass.Length);

    private static double[] AllKilometres(EvaluationRows rows, CountryPlace[] places)
    {
        var distances = new double[rows.Spectra.Count * places.Length];
        GeoPoint[] labels = [.. places.Select(place => new GeoPoint(place.LabelLatitude, place.LabelLongitude))];
        Parallel.For(0, rows.Spectra.Count, row =>
        {
            var from = rows.Spectra[row] is { Latitude: { } latitude, Longitude: { } longitude } ? new GeoPoint(latitude, longitude) : Nowhere;
            for (var c = 0; c < labels.Length; c++)
                distances[row * labels.Length + c] = GreatCircle.Kilometres(from, labels[c]);
        });
        return distances;
    }
}
