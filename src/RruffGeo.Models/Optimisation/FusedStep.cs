using System.Numerics;
using System.Runtime.InteropServices;

namespace RruffGeo.Models;

/// <summary>The step of schedule-free AdamW in one pass over float32 vectors on the processor; torch's separate operations take ten.</summary>
internal static class FusedStep
{
    /// <summary>Takes y, z and v one step along the gradient, which is set to zero.</summary>
    /// <param name="y">Where the gradient was taken.</param>
    /// <param name="z">Last iterate.</param>
    /// <param name="v">Mean squared gradient.</param>
    /// <param name="gradient">Gradient at y.</param>
    /// <param name="options">Constants.</param>
    /// <param name="rate">Learning rate of this step.</param>
    /// <param name="c">Weight of the new iterate in the average.</param>
    /// <param name="correction">What v is divided by.</param>
    public static void Run(
        Span<float> y, Span<float> z, Span<float> v, Span<float> gradient, ScheduleFreeOptions options, double rate, double c, double correction)
    {
        Span<Vector<float>> ys = Cast(y), zs = Cast(z), vs = Cast(v), gs = Cast(gradient);
        var constants = new Constants(options, rate, c, correction);
        for (var i = 0; i < ys.Length; i++)
        {
            (ys[i], zs[i], vs[i]) = constants.Step(ys[i], zs[i], vs[i], gs[i]);
            gs[i] = Vector<float>.Zero;
        }

        for (var i = ys.Length * Vector<float>.Count; i < y.Length; i++)
        {
            var (ny, nz, nv) = constants.Step(new(y[i]), new(z[i]), new(v[i]), new(gradient[i]));
            (y[i], z[i], v[i], gradient[i]) = (ny[0], nz[0], nv[0], 0);
        }
    }

    private static Span<Vector<float>> Cast(Span<float> values) => MemoryMarshal.Cast<float, Vector<float>>(values);

    private readonly struct Constants(ScheduleFreeOptions options, double rate, double c, double correction)
    {
        private readonly Vector<float> decay = new((float)options.Beta2), growth = new((float)(1 - options.Beta2)), correction = new((float)(1 / correction));
        private readonly Vector<float> epsilon = new((float)options.Epsilon), weightDecay = new((float)options.WeightDecay), c = new((float)c);
        private readonly Vector<float> stepY = new((float)(rate * ((options.Beta1 * (1 - c)) - 1))), stepZ = new((float)-rate);

        public (Vector<float> Y, Vector<float> Z, Vector<float> V) Step(Vector<float> y, Vector<float> z, Vector<float> v, Vector<float> g)
        {
            v = Vector.FusedMultiplyAdd(growth, g * g, decay * v);
            var u = Vector.FusedMultiplyAdd(weightDecay, y, g / (Vector.SquareRoot(v * correction) + epsilon));
            return (Vector.FusedMultiplyAdd(stepY, u, Vector.FusedMultiplyAdd(c, z - y, y)), Vector.FusedMultiplyAdd(stepZ, u, z), v);
        }
    }
}
