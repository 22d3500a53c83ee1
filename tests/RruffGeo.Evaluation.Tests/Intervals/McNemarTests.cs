namespace RruffGeo.Evaluation.Tests;

public sealed class McNemarTests
{
    [Fact]
    public void One_against_five_equals_the_value_worked_by_hand() => Assert.Equal(2 * (1 + 6) / 64.0, McNemar.Exact(1, 5), 12);

    [Fact]
    public void Three_against_twelve_equals_scipys() => Assert.Equal(0.03515625, McNemar.Exact(12, 3), 12);

    [Fact]
    public void Even_pairs_are_no_evidence() => Assert.Equal(1, McNemar.Exact(4, 4));

    [Fact]
    public void No_discordant_pairs_are_no_evidence() => Assert.Equal(1, McNemar.Exact(0, 0));

    [Fact]
    public void Thousands_of_pairs_do_not_underflow_to_nonsense() => Assert.InRange(McNemar.Exact(2450, 2550), 0.155, 0.165);
}
