using System.Collections.Immutable;

namespace RruffGeo.Presentation.Drawing;

/// <summary>A mark on an axis.</summary>
/// <param name="Value">Where, in data units.</param>
/// <param name="Label">What is written there.</param>
internal readonly record struct Tick(double Value, string Label);

/// <summary>Maps data values to the page along one axis.</summary>
internal abstract record Scale(double Low, double High, double From, double To)
{
    /// <summary>Position of <paramref name="value"/> on the page.</summary>
    public abstract double At(double value);

    /// <summary>About <paramref name="count"/> round values inside the axis.</summary>
    public abstract ImmutableArray<Tick> Ticks(int count);
}

/// <summary>Equal steps of the value are equal steps on the page.</summary>
internal sealed record LinearScale(double Low, double High, double From, double To) : Scale(Low, High, From, To)
{
    /// <inheritdoc/>
    public override double At(double value) => From + ((To - From) * (value - Low) / (High - Low));

    /// <inheritdoc/>
    public override ImmutableArray<Tick> Ticks(int count)
    {
        var step = RoundStep((High - Low) / Math.Max(1, count));
        var first = (long)Math.Ceiling((Low / step) - 1e-9);
        var last = (long)Math.Floor((High / step) + 1e-9);
        var ticks = ImmutableArray.CreateBuilder<Tick>();
        for (var i = first; i <= last; i++)
            ticks.Add(new Tick(i * step, Numerals.Tick(i * step, step)));
        return ticks.ToImmutable();
    }

    /// <summary>A scale whose upper end is a round value at or above <paramref name="high"/>.</summary>
    public static LinearScale Rounded(double low, double high, double from, double to)
    {
        var span = high > low ? high - low : 1;
        var step = RoundStep(span / 5);
        return new LinearScale(Math.Floor((low / step) + 1e-9) * step, Math.Ceiling(((low + span) / step) - 1e-9) * step, from, to);
    }

    // 1, 2 or 5 times a power of ten, the smallest at or above the wish.
    private static double RoundStep(double wish)
    {
        var power = Math.Pow(10, Math.Floor(Math.Log10(wish)));
        var factor = wish / power;
        return power * (factor <= 1 + 1e-9 ? 1 : factor <= 2 + 1e-9 ? 2 : factor <= 5 + 1e-9 ? 5 : 10);
    }
}

/// <summary>Equal factors of the value are equal steps on the page; the ends are positive.</summary>
internal sealed record LogScale(double Low, double High, double From, double To) : Scale(Low, High, From, To)
{
    /// <inheritdoc/>
    public override double At(double value) => From + ((To - From) * Math.Log(value / Low) / Math.Log(High / Low));

    /// <inheritdoc/>
    public override ImmutableArray<Tick> Ticks(int count)
    {
        var ticks = ImmutableArray.CreateBuilder<Tick>();
        for (var power = Math.Floor(Math.Log10(Low)); power <= Math.Ceiling(Math.Log10(High)); power++)
        {
            var value = Math.Pow(10, power);
            if (value >= Low * (1 - 1e-9) && value <= High * (1 + 1e-9))
                ticks.Add(new Tick(value, Numerals.Tick(value, value)));
        }

        return ticks.ToImmutable();
    }
}
