namespace RruffGeo.Evaluation;

/// <summary>The generator MT19937 with 32-bit output (Matsumoto &amp; Nishimura 1998), seeded and used as numpy's RandomState does.</summary>
/// <remarks>Mutable and not safe to share between threads. Its sequence is the same on every machine and every runtime.</remarks>
public sealed class MersenneTwister
{
    private const int StateSize = 624;
    private const int Offset = 397;
    private readonly uint[] state = new uint[StateSize];
    private int next = StateSize;

    /// <summary>Starts the sequence of <paramref name="seed"/> by <c>init_genrand</c>.</summary>
    public MersenneTwister(uint seed)
    {
        state[0] = seed;
        for (var i = 1; i < StateSize; i++)
            state[i] = 1_812_433_253u * (state[i - 1] ^ (state[i - 1] >> 30)) + (uint)i;
    }

    /// <summary>The next output, 0 … 2³²−1.</summary>
    public uint Next()
    {
        if (next == StateSize)
            Twist();
        var y = state[next++];
        y ^= y >> 11;
        y ^= (y << 7) & 0x9D2C5680u;
        y ^= (y << 15) & 0xEFC60000u;
        return y ^ (y >> 18);
    }

    /// <summary>A uniform integer 0 … <paramref name="largest"/>, both included: outputs under the smallest mask 2ᵇ−1 that covers it are drawn until one fits.</summary>
    public uint NextUpTo(uint largest)
    {
        if (largest == 0)
            return 0;
        var mask = uint.MaxValue >> System.Numerics.BitOperations.LeadingZeroCount(largest);
        uint value;
        do
            value = Next() & mask;
        while (value > largest);
        return value;
    }

    /// <summary>Shuffles in place, from the last element down, as <c>RandomState.shuffle</c> does.</summary>
    public void Shuffle<T>(Span<T> values)
    {
        for (var i = values.Length - 1; i >= 1; i--)
        {
            var j = (int)NextUpTo((uint)i);
            (values[i], values[j]) = (values[j], values[i]);
        }
    }

    private void Twist()
    {
        for (var i = 0; i < StateSize; i++)
        {
            var y = (state[i] & 0x80000000u) | (state[(i + 1) % StateSize] & 0x7FFFFFFFu);
            state[i] = state[(i + Offset) % StateSize] ^ (y >> 1) ^ ((y & 1) * 0x9908B0DFu);
        }
        next = 0;
    }
}
