using RruffGeo.Evaluation;

namespace RruffGeo.Stages;

/// <summary>Makes the rows of <c>novelty.parquet</c>.</summary>
/// <param name="rows">The rows that are measured.</param>
/// <param name="lasers">Laser of each row as text.</param>
/// <param name="nearest">Nearest training rows of each row.</param>
internal sealed class NoveltyTable(EvaluationRows rows, IReadOnlyList<string> lasers, NearestNeighbours nearest)
{
    private readonly string[] species = Protocols.SpeciesOf(rows.Spectra);

    /// <summary>Every shift and score of a model; none for a model without probabilities.</summary>
    public IEnumerable<NoveltyScore> Of(ModelPredictions model)
    {
        if (model.Predictions is not { Logits: { } logits, Scores: { } probabilities })
            return [];
        var place = rows.Protocols.ToList().FindIndex(protocol => protocol.Protocol == model.Protocol);
        var scores = new List<(string Name, double[] Values)> { ("max-softmax", Array.ConvertAll(probabilities.Confidences, confidence => 1 - confidence)) };
        if (model.Origin == ModelOrigin.Network)
            scores.Add(("energy", Array.ConvertAll(logits, row => Softmax.Energy(row))));
        scores.Add(("neighbour-distance", [.. Enumerable.Range(0, logits.Length).Select(row => 1 - (double)nearest.SimilaritiesOf(place, row)[0])]));
        return from shift in Shifts(model.Task)
               from score in scores
               select Row(model, shift, score);
    }

    private (string Name, int[] Strange, int[] Usual)[] Shifts(FoldedTask task)
    {
        int[] all = [.. Enumerable.Range(0, task.Rows)];
        var known = SharedUnits.InTraining(SharedUnits.Number(species), task.Folds);
        var withLaser = SharedUnits.InTraining(SharedUnits.Number([.. species.Zip(lasers, (name, laser) => $"{name}\n{laser}")]), task.Folds);
        return
        [
            ("unseen species", [.. all.Where(row => !known[row])], [.. all.Where(row => known[row])]),
            ("other laser", [.. all.Where(row => known[row] && !withLaser[row])], [.. all.Where(row => withLaser[row])]),
        ];
    }

    private static NoveltyScore Row(ModelPredictions model, (string Name, int[] Strange, int[] Usual) shift, (string Name, double[] Values) score) => new()
    {
        Protocol = model.Protocol,
        Model = model.Model,
        Shift = shift.Name,
        Score = score.Name,
        Area = RankedSeparation.Area(
            [.. shift.Strange.Concat(shift.Usual).Select(row => score.Values[row])], [.. shift.Strange.Select(_ => true), .. shift.Usual.Select(_ => false)]),
        StrangeRows = shift.Strange.Length,
        UsualRows = shift.Usual.Length,
        StrangeAccuracy = Accuracy(model, shift.Strange),
        UsualAccuracy = Accuracy(model, shift.Usual),
    };

    private static double? Accuracy(ModelPredictions model, int[] some) => some.Length == 0 ? null : some.Average(row => model.Hits[row] ? 1.0 : 0);
}
