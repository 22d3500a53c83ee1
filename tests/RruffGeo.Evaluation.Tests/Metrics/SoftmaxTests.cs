namespace RruffGeo.Evaluation.Tests;

public sealed class SoftmaxTests
{
    [Fact]
    public void Equal_logits_cost_the_logarithm_of_the_number_of_classes() =>
        Assert.Equal(Math.Log(4), Softmax.CrossEntropy([7, 7, 7, 7], 2), 12);

    [Fact]
    public void The_loss_equals_the_one_worked_by_hand() =>
        Assert.Equal(Math.Log(1 + Math.E), Softmax.CrossEntropy([0, 1], 0), 12);

    [Fact]
    public void Logits_of_a_thousand_do_not_overflow() =>
        Assert.Equal(1000, Softmax.CrossEntropy([1000, 0], 1), 9);

    [Fact]
    public void The_energy_is_minus_the_logarithm_of_the_sum_and_falls_with_every_logit()
    {
        Assert.Equal(-Math.Log(3), Softmax.Energy([0, 0, 0]), 12);
        Assert.Equal(-1000 - Math.Log(2), Softmax.Energy([1000, 1000]), 9);
    }

    [Fact]
    public void The_confidence_is_the_largest_probability() =>
        Assert.Equal(Math.E / (1 + Math.E), Softmax.Confidence([0, 1]), 12);
}
