using System.Numerics;

namespace RruffGeo.Models;

/// <summary>Pseudo-random numbers of our own: one independent stream for each (seed, purpose, number).</summary>
/// <remarks>
/// xoshiro256** (Blackman and Vigna 2018), its state filled by SplitMix64. torch's global generator is never used: branches train side by
/// side in one process, and each must draw what it would draw alone. An epoch has its own stream, so a resumed run needs no generator's state.
/// </remarks>
internal sealed class RandomStream
{
    private ulong a, b, c, d;

    /// <summary>The stream of (<paramref name="seed"/>, <paramref name="purpose"/>, <paramref name="number"/>).</summary>
    public RandomStream(int seed, RandomPurpose purpose, int number = 0)
    {
        var state = ((ulong)(uint)seed << 32) | (uint)number;
        state = Mix(state) ^ (ulong)purpose;
        (a, b, c, d) = (Mix(state + 1), Mix(state + 2), Mix(state + 3), Mix(state + 4));
    }

    /// <summary>64 random bits.</summary>
    public ulong NextBits()
    {
        var (result, shifted) = (BitOperations.RotateLeft(b * 5, 7) * 9, b << 17);
        c ^= a;
        d ^= b;
        b ^= c;
        a ^= d;
        c ^= shifted;
        d = BitOperations.RotateLeft(d, 45);
        return result;
    }

    /// <summary>Uniform in [0, 1), a multiple of 2⁻⁵³.</summary>
    public double NextUniform() => (NextBits() >> 11) * (1.0 / (1UL << 53));

    /// <summary>Uniform in 0 … <paramref name="bound"/> − 1, without bias.</summary>
    public int NextBelow(int bound)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(bound, 1);
        var (range, limit) = ((ulong)bound, ulong.MaxValue - (ulong.MaxValue % (ulong)bound));
        ulong bits;
        do
            bits = NextBits();
        while (bits >= limit);
        return (int)(bits % range);
    }

    /// <summary>Normal with mean 0 and standard deviation <paramref name="deviation"/>, drawn again while outside ±<paramref name="bound"/> (absolute, not in deviations).</summary>
    public double NextTruncatedNormal(double deviation, double bound)
    {
        while (true)
        {
            var radius = Math.Sqrt(-2 * Math.Log(1 - NextUniform()));
            var value = deviation * radius * Math.Cos(2 * Math.PI * NextUniform());
            if (Math.Abs(value) <= bound)
                return value;
        }
    }

    /// <summary>Puts <paramref name="items"/> in random order (Fisher and Yates).</summary>
    public void Shuffle(Span<int> items)
    {
        for (var i = items.Length - 1; i > 0; i--)
        {
            var j = NextBelow(i + 1);
            (items[i], items[j]) = (items[j], items[i]);
        }
    }

    private static ulong Mix(ulong value)
    {
        value += 0x9e3779b97f4a7c15;
        value = (value ^ (value >> 30)) * 0xbf58476d1ce4e5b9;
        value = (value ^ (value >> 27)) * 0x94d049bb133111eb;
        return value ^ (value >> 31);
    }
}

/// <summary>What a stream of random numbers is drawn for.</summary>
internal enum RandomPurpose
{
    /// <summary>Initial weights.</summary>
    Initialisation = 1,

    /// <summary>Order of the spectra in an epoch.</summary>
    Shuffling = 2,

    /// <summary>Branches dropped by stochastic depth.</summary>
    DropPath = 3,

    /// <summary>Features dropped before the head.</summary>
    Dropout = 4,
}
