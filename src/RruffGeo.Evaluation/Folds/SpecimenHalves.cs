namespace RruffGeo.Evaluation;

/// <summary>Divides specimens in two, so that what is fitted on one half is measured on the other (SCIENCE section 7).</summary>
public static class SpecimenHalves
{
    /// <summary>Half of each row: all rows of a specimen share one, under every fold and protocol.</summary>
    /// <param name="specimens">Specimen of each row, 0 … <paramref name="count"/>−1.</param>
    /// <param name="count">Number of specimens.</param>
    /// <param name="seed">Seed of the <see cref="MersenneTwister"/> that shuffles the specimens.</param>
    /// <returns>0 or 1 for each row; the halves differ by at most one specimen.</returns>
    public static int[] Of(IReadOnlyList<int> specimens, int count, uint seed)
    {
        var halves = new int[count];
        for (var i = 0; i < count; i++)
            halves[i] = i % 2;
        new MersenneTwister(seed).Shuffle(halves);
        return [.. specimens.Select(specimen => halves[specimen])];
    }
}
