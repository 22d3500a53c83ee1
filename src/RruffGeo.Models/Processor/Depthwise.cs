using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace RruffGeo.Models;

/// <summary>The depthwise convolution of length 7, padded by 3, on one sample of channels-last features.</summary>
/// <remarks>Torch's own spends ten times as long on it, most of it going backwards. Weights are (7, C), so that channels are neighbours.</remarks>
internal static unsafe class Depthwise
{
    private const int Kernel = ConvNeXtArchitecture.Kernel, Half = Kernel / 2;

    // Values from what is written to what is asked for meanwhile, as it has long left the caches.
    private const int Ahead = 2048;

    /// <summary>y[l] = bias + Σₖ w[k]·x[l + k − 3], zero outside; and what passes by the branch: shifted[l] = x[l] + s·shift.</summary>
    /// <param name="x">length × width.</param>
    /// <param name="y">length × width.</param>
    /// <param name="shifted">length × width.</param>
    /// <param name="shift">width values.</param>
    /// <param name="s">Factor of the shift.</param>
    /// <param name="w">7 × width.</param>
    /// <param name="bias">width values.</param>
    /// <param name="length">Number of positions.</param>
    /// <param name="width">Number of channels.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Forward(float* x, float* y, float* shifted, float* shift, float s, float* w, float* bias, int length, int width)
    {
        var scale = Vector512.Create(s);
        for (var l = 0; l < length; l++)
        {
            var (first, last) = (Math.Max(0, Half - l), Math.Min(Kernel, length + Half - l));
            float* from = x + ((long)(l - Half) * width), to = y + ((long)l * width), past = shifted + ((long)l * width);
            for (var c = 0; c < width; c += Vector512<float>.Count)
            {
                Prefetch.Near(to + c + Ahead);
                Prefetch.Near(past + c + Ahead);
                var sum = Vector512.Load(bias + c);
                if (last - first == Kernel)
                {
                    sum = Vector512.FusedMultiplyAdd(Vector512.Load(w + c), Vector512.Load(from + c), sum);
                    sum = Vector512.FusedMultiplyAdd(Vector512.Load(w + width + c), Vector512.Load(from + width + c), sum);
                    sum = Vector512.FusedMultiplyAdd(Vector512.Load(w + (2 * width) + c), Vector512.Load(from + (2 * width) + c), sum);
                    sum = Vector512.FusedMultiplyAdd(Vector512.Load(w + (3 * width) + c), Vector512.Load(from + (3 * width) + c), sum);
                    sum = Vector512.FusedMultiplyAdd(Vector512.Load(w + (4 * width) + c), Vector512.Load(from + (4 * width) + c), sum);
                    sum = Vector512.FusedMultiplyAdd(Vector512.Load(w + (5 * width) + c), Vector512.Load(from + (5 * width) + c), sum);
                    sum = Vector512.FusedMultiplyAdd(Vector512.Load(w + (6 * width) + c), Vector512.Load(from + (6 * width) + c), sum);
                }
                else
                    for (var k = first; k < last; k++)
                        sum = Vector512.FusedMultiplyAdd(Vector512.Load(w + (k * width) + c), Vector512.Load(from + (k * width) + c), sum);
                sum.Store(to + c);
                Vector512.FusedMultiplyAdd(Vector512.Load(shift + c), scale, Vector512.Load(from + (Half * width) + c)).Store(past + c);
            }
        }
    }

    /// <summary>Adds the gradients by x, w and bias, given the gradient by y.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Backward(float* x, float* dy, float* w, float* dx, float* dw, float* dBias, int length, int width)
    {
        for (var c = 0; c < width; c += Vector512<float>.Count)
        {
            Vector512<float> w0 = Vector512.Load(w + c), w1 = Vector512.Load(w + width + c), w2 = Vector512.Load(w + (2 * width) + c), w3 = Vector512.Load(w + (3 * width) + c);
            Vector512<float> w4 = Vector512.Load(w + (4 * width) + c), w5 = Vector512.Load(w + (5 * width) + c), w6 = Vector512.Load(w + (6 * width) + c);
            Vector512<float> d0 = default, d1 = default, d2 = default, d3 = default, d4 = default, d5 = default, d6 = default, db = default;
            for (var l = 0; l < length; l++)
            {
                float* xs = x + ((long)(l - Half) * width) + c, ys = dy + ((long)(l + Half) * width) + c;
                var g = Vector512.Load(dy + ((long)l * width) + c);
                var sum = Vector512.Load(dx + ((long)l * width) + c);
                db += g;
                if (l >= Half && l < length - Half)
                {
                    d0 = Vector512.FusedMultiplyAdd(g, Vector512.Load(xs), d0);
                    d1 = Vector512.FusedMultiplyAdd(g, Vector512.Load(xs + width), d1);
                    d2 = Vector512.FusedMultiplyAdd(g, Vector512.Load(xs + (2 * width)), d2);
                    d3 = Vector512.FusedMultiplyAdd(g, Vector512.Load(xs + (3 * width)), d3);
                    d4 = Vector512.FusedMultiplyAdd(g, Vector512.Load(xs + (4 * width)), d4);
                    d5 = Vector512.FusedMultiplyAdd(g, Vector512.Load(xs + (5 * width)), d5);
                    d6 = Vector512.FusedMultiplyAdd(g, Vector512.Load(xs + (6 * width)), d6);
                    sum = Vector512.FusedMultiplyAdd(w0, Vector512.Load(ys), sum);
                    sum = Vector512.FusedMultiplyAdd(w1, Vector512.Load(ys - width), sum);
                    sum = Vector512.FusedMultiplyAdd(w2, Vector512.Load(ys - (2 * width)), sum);
                    sum = Vector512.FusedMultiplyAdd(w3, g, sum);
                    sum = Vector512.FusedMultiplyAdd(w4, Vector512.Load(ys - (4 * width)), sum);
                    sum = Vector512.FusedMultiplyAdd(w5, Vector512.Load(ys - (5 * width)), sum);
                    sum = Vector512.FusedMultiplyAdd(w6, Vector512.Load(ys - (6 * width)), sum);
                }
                else
                    for (var k = 0; k < Kernel; k++)
                    {
                        if (l + k - Half >= 0 && l + k - Half < length)
                        {
                            var at = dw + (k * width) + c;
                            Vector512.FusedMultiplyAdd(g, Vector512.Load(xs + (k * width)), Vector512.Load(at)).Store(at);
                        }

                        if (l - k + Half >= 0 && l - k + Half < length)
                            sum = Vector512.FusedMultiplyAdd(Vector512.Load(w + (k * width) + c), Vector512.Load(ys - (k * width)), sum);
                    }
                sum.Store(dx + ((long)l * width) + c);
            }

            Add(dw + c, d0);
            Add(dw + width + c, d1);
            Add(dw + (2 * width) + c, d2);
            Add(dw + (3 * width) + c, d3);
            Add(dw + (4 * width) + c, d4);
            Add(dw + (5 * width) + c, d5);
            Add(dw + (6 * width) + c, d6);
            Add(dBias + c, db);
        }
    }

    private static void Add(float* target, Vector512<float> value) => (Vector512.Load(target) + value).Store(target);
}
