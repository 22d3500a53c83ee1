namespace RruffGeo.Evaluation.Tests;

public sealed class ProbabilityScoresTests
{
    [Fact]
    public void Scores_of_three_to_one_odds_equal_those_worked_by_hand()
    {
        // p = (3/4, 1/4); the truth is the second class.
        var scores = ProbabilityScores.Of([[(float)Math.Log(3), 0]], [1], _ => 1);
        Assert.Equal(Math.Log(4), scores.Losses[0], 6);
        Assert.Equal(2 * 0.75 * 0.75, scores.Briers[0], 6);
        Assert.Equal(0.75, scores.Confidences[0], 6);
    }

    [Fact]
    public void A_temperature_of_two_takes_the_root_of_the_odds()
    {
        // Odds of nine to one become three to one.
        var scores = ProbabilityScores.Of([[(float)Math.Log(9), 0]], [0], _ => 2);
        Assert.Equal(0.75, scores.Confidences[0], 6);
        Assert.Equal(Math.Log(4 / 3.0), scores.Losses[0], 6);
    }

    [Fact]
    public void A_certain_and_wrong_forecast_has_the_worst_brier_score() =>
        Assert.Equal(2, BrierScore.Of([1, 0, 0], 2), 12);

    [Fact]
    public void Probabilities_add_up_to_one_even_for_huge_logits()
    {
        var probabilities = new double[3];
        Softmax.Probabilities([1e30f, -1e30f, 0], 0.05, probabilities);
        Assert.Equal([1, 0, 0], probabilities);
    }
}
