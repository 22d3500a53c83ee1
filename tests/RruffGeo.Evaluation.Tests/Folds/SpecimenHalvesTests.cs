using CsCheck;

namespace RruffGeo.Evaluation.Tests;

public sealed class SpecimenHalvesTests
{
    [Fact]
    public void A_specimen_is_never_divided_and_the_halves_are_even() =>
        Gen.Select(Gen.Int[1, 60], Gen.Int[0, 9999]).Sample((count, seed) =>
        {
            int[] specimens = [.. Enumerable.Range(0, 3 * count).Select(row => row % count)];
            var halves = SpecimenHalves.Of(specimens, count, (uint)seed);
            Assert.All(halves.Index(), row => Assert.Equal(halves[row.Index % count], row.Item));
            Assert.InRange(2 * halves[..count].Count(half => half == 1), count - 1, count);
        });

    [Fact]
    public void Another_seed_gives_other_halves()
    {
        int[] specimens = [.. Enumerable.Range(0, 40)];
        Assert.NotEqual(SpecimenHalves.Of(specimens, 40, 1), SpecimenHalves.Of(specimens, 40, 2));
    }
}
