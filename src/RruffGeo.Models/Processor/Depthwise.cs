using System.Numerics;

namespace RruffGeo.Models;

/// <summary>The depthwise convolution of length 7, padded by 3, on one sample of channels-last features.</summary>
/// <remarks>Torch's own spends ten times as long on it, most of it going backwards. Weights are (7, C), so that channels are neighbours.</remarks>
internal static unsafe class Depthwise
{
    private const int Kernel = ConvNeXtArchitecture.Kernel, Half = Kernel / 2;

    /// <summary>y[l] = bias + Σₖ w[k]·x[l + k − 3], zero outside.</summary>
    /// <param name="x">length × width.</param>
    /// <param name="y">length × width.</param>
    /// <param name="w">7 × width.</param>
    /// <param name="bias">width values.</param>
    /// <param name="length">Number of positions.</param>
    /// <param name="width">Number of channels.</param>
    public static void Forward(float* x, float* y, float* w, float* bias, int length, int width)
    {
        for (var l = 0; l < length; l++)
        {
            var (first, last) = (Math.Max(0, Half - l), Math.Min(Kernel, length + Half - l));
            float* from = x + ((long)(l - Half) * width), to = y + ((long)l * width);
            for (var c = 0; c < width; c += Vector<float>.Count)
            {
                var sum = Vector.Load(bias + c);
                if (last - first == Kernel)
                {
                    sum = Vector.FusedMultiplyAdd(Vector.Load(w + c), Vector.Load(from + c), sum);
                    sum = Vector.FusedMultiplyAdd(Vector.Load(w + width + c), Vector.Load(from + width + c), sum);
                    sum = Vector.FusedMultiplyAdd(Vector.Load(w + (2 * width) + c), Vector.Load(from + (2 * width) + c), sum);
                    sum = Vector.FusedMultiplyAdd(Vector.Load(w + (3 * width) + c), Vector.Load(from + (3 * width) + c), sum);
                    sum = Vector.FusedMultiplyAdd(Vector.Load(w + (4 * width) + c), Vector.Load(from + (4 * width) + c), sum);
                    sum = Vector.FusedMultiplyAdd(Vector.Load(w + (5 * width) + c), Vector.Load(from + (5 * width) + c), sum);
                    sum = Vector.FusedMultiplyAdd(Vector.Load(w + (6 * width) + c), Vector.Load(from + (6 * width) + c), sum);
                }
                else
                    for (var k = first; k < last; k++)
                        sum = Vector.FusedMultiplyAdd(Vector.Load(w + (k * width) + c), Vector.Load(from + (k * width) + c), sum);
                sum.Store(to + c);
            }
        }
    }

    /// <summary>Adds the gradients by x, w and bias, given the gradient by y.</summary>
    public static void Backward(float* x, float* dy, float* w, float* dx, float* dw, float* dBias, int length, int width)
    {
        for (var c = 0; c < width; c += Vector<float>.Count)
        {
            Vector<float> w0 = Vector.Load(w + c), w1 = Vector.Load(w + width + c), w2 = Vector.Load(w + (2 * width) + c), w3 = Vector.Load(w + (3 * width) + c);
            Vector<float> w4 = Vector.Load(w + (4 * width) + c), w5 = Vector.Load(w + (5 * width) + c), w6 = Vector.Load(w + (6 * width) + c);
            Vector<float> d0 = default, d1 = default, d2 = default, d3 = default, d4 = default, d5 = default, d6 = default, db = default;
            for (var l = 0; l < length; l++)
            {
                float* xs = x + ((long)(l - Half) * width) + c, ys = dy + ((long)(l + Half) * width) + c;
                var g = Vector.Load(dy + ((long)l * width) + c);
                var sum = Vector.Load(dx + ((long)l * width) + c);
                db += g;
                if (l >= Half && l < length - Half)
                {
                    d0 = Vector.FusedMultiplyAdd(g, Vector.Load(xs), d0);
                    d1 = Vector.FusedMultiplyAdd(g, Vector.Load(xs + width), d1);
                    d2 = Vector.FusedMultiplyAdd(g, Vector.Load(xs + (2 * width)), d2);
                    d3 = Vector.FusedMultiplyAdd(g, Vector.Load(xs + (3 * width)), d3);
                    d4 = Vector.FusedMultiplyAdd(g, Vector.Load(xs + (4 * width)), d4);
                    d5 = Vector.FusedMultiplyAdd(g, Vector.Load(xs + (5 * width)), d5);
                    d6 = Vector.FusedMultiplyAdd(g, Vector.Load(xs + (6 * width)), d6);
                    sum = Vector.FusedMultiplyAdd(w0, Vector.Load(ys), sum);
                    sum = Vector.FusedMultiplyAdd(w1, Vector.Load(ys - width), sum);
                    sum = Vector.FusedMultiplyAdd(w2, Vector.Load(ys - (2 * width)), sum);
                    sum = Vector.FusedMultiplyAdd(w3, g, sum);
                    sum = Vector.FusedMultiplyAdd(w4, Vector.Load(ys - (4 * width)), sum);
                    sum = Vector.FusedMultiplyAdd(w5, Vector.Load(ys - (5 * width)), sum);
                    sum = Vector.FusedMultiplyAdd(w6, Vector.Load(ys - (6 * width)), sum);
                }
                else
                    for (var k = 0; k < Kernel; k++)
                    {
                        if (l + k - Half >= 0 && l + k - Half < length)
                        {
                            var at = dw + (k * width) + c;
                            Vector.FusedMultiplyAdd(g, Vector.Load(xs + (k * width)), Vector.Load(at)).Store(at);
                        }

                        if (l - k + Half >= 0 && l - k + Half < length)
                            sum = Vector.FusedMultiplyAdd(Vector.Load(w + (k * width) + c), Vector.Load(ys - (k * width)), sum);
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

    private static void Add(float* target, Vector<float> value) => (Vector.Load(target) + value).Store(target);
}
