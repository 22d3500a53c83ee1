namespace RruffGeo.Demo;

/// <summary>
/// SplitMix64 (Steele, Lea and Flood 2014), one stream per label: what one file draws never depends on the files before it.
/// Only + − × ÷ follow from it, so that every platform gives the same bytes.
/// </summary>
internal sealed class DemoRandom
{
    private ulong state;

    private DemoRandom(ulong state) => this.state = state;

    /// <summary>The stream named <paramref name="label"/> of <paramref name="seed"/>.</summary>
    public static DemoRandom For(int seed, string label)
    {
        var hash = 14695981039346656037UL ^ (uint)seed;      // FNV-1a
        foreach (var letter in label)
            hash = (hash ^ letter) * 1099511628211UL;
        return new DemoRandom(hash);
    }

    /// <summary>64 random bits.</summary>
    public ulong Next()
    {
        var z = state += 0x9E3779B97F4A7C15UL;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9UL;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EBUL;
        return z ^ (z >> 31);
    }

    /// <summary>Uniform in [<paramref name="low"/>, <paramref name="high"/>).</summary>
    public double Between(double low, double high) => low + (high - low) * (Next() >> 11) * (1.0 / (1UL << 53));

    /// <summary>Mean 0, standard deviation 1, as the sum of twelve uniform numbers less six: no logarithm, whose last bit differs between platforms.</summary>
    public double Normal()
    {
        var sum = -6.0;
        for (var i = 0; i < 12; i++)
            sum += Between(0, 1);
        return sum;
    }

    /// <summary>A whole number in 0 … <paramref name="count"/> − 1.</summary>
    public int Below(int count) => (int)(Next() % (ulong)count);

    /// <summary>Puts <paramref name="items"/> into a random order (Fisher–Yates).</summary>
    public void Shuffle<T>(T[] items)
    {
        for (var i = items.Length - 1; i > 0; i--)
        {
            var j = Below(i + 1);
            (items[i], items[j]) = (items[j], items[i]);
        }
    }
}
