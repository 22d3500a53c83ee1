using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

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
        Span<Vector512<float>> ys = Cast(y), zs = Cast(z), vs = Cast(v), gs = Cast(gradient);
        var constants = new Constants(options, rate, c, correction);
        for (var i = 0; i < ys.Length; i++)
        {
            (ys[i], zs[i], vs[i]) = constants.Step(ys[i], zs[i], vs[i], gs[i]);
            gs[i] = Vector512<float>.Zero;
        }

        for (var i = ys.Length * Vector512<float>.Count; i < y.Length; i++)
        {
            var (ny, nz, nv) = constants.Step(Vector512.Create(y[i]), Vector512.Create(z[i]), Vector512.Create(v[i]), Vector512.Create(gradient[i]));
            (y[i], z[i], v[i], gradient[i]) = (ny[0], nz[0], nv[0], 0);
        }
    }

    private static Span<Vector512<float>> Cast(Span<float> values) => MemoryMarshal.Cast<float, Vector512<float>>(values);

    private readonly struct Constants(ScheduleFreeOptions options, double rate, double c, double correction)
    {
        private readonly Vector512<float> decay = Vector512.Create((float)options.Beta2), growth = Vector512.Create((float)(1 - options.Beta2)), correction = Vector512.Create((float)(1 / correction));
        private readonly Vector512<float> epsilon = Vector512.Create((float)options.Epsilon), weightDecay = Vector512.Create((float)options.WeightDecay), c = Vector512.Create((float)c);
        private readonly Vector512<float> stepY = Vector512.Create((float)(rate * ((options.Beta1 * (1 - c)) - 1))), stepZ = Vector512.Create((float)-rate);

        public (Vector512<float> Y, Vector512<float> Z, Vector512<float> V) Step(Vector512<float> y, Vector512<float> z, Vector512<float> v, Vector512<float> g)
        {
            v = Vector512.FusedMultiplyAdd(growth, g * g, decay * v);
            var u = Vector512.FusedMultiplyAdd(weightDecay, y, g / (Vector512.Sqrt(v * correction) + epsilon));
            return (Vector512.FusedMultiplyAdd(stepY, u, Vector512.FusedMultiplyAdd(c, z - y, y)), Vector512.FusedMultiplyAdd(stepZ, u, z), v);
        }
    }
}
