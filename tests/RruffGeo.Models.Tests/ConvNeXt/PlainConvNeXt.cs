namespace RruffGeo.Models.Tests.ConvNeXt;

/// <summary>Equations 1–6 of the paper as plain loops over doubles, written for reading: what the network is checked against.</summary>
internal sealed class PlainConvNeXt(ConvNeXtArchitecture architecture, Func<string, double[]> tensor)
{
    /// <summary>Logits of one spectrum.</summary>
    public double[] Forward(double[] spectrum)
    {
        var x = Norm(Convolve([spectrum], "stem.conv", architecture.Widths[0], kernel: 4), "stem.norm");
        for (var stage = 0; stage < architecture.Widths.Length; stage++)
        {
            if (stage > 0)
                x = Convolve(Norm(x, $"down{stage}.norm"), $"down{stage}.conv", architecture.Widths[stage], kernel: 2);
            for (var block = 0; block < architecture.Depths[stage]; block++)
                x = Block(x, $"stage{stage}.block{block}");
        }

        var pooled = Norm([.. x.Select(channel => new[] { channel.Average() })], "norm");
        return Linear([.. pooled.Select(channel => channel[0])], "head", architecture.Classes);
    }

    /// <summary>Convolution whose stride is its kernel: (C, L) → (C', ⌊(L − k)/k⌋ + 1).</summary>
    private double[][] Convolve(double[][] x, string name, int width, int kernel)
    {
        var (weight, bias, length) = (tensor($"{name}.weight"), tensor($"{name}.bias"), ((x[0].Length - kernel) / kernel) + 1);
        var y = Channels(width, length);
        for (var o = 0; o < width; o++)
            for (var l = 0; l < length; l++)
            {
                y[o][l] = bias[o];
                for (var c = 0; c < x.Length; c++)
                    for (var k = 0; k < kernel; k++)
                        y[o][l] += weight[(((o * x.Length) + c) * kernel) + k] * x[c][(l * kernel) + k];
            }

        return y;
    }

    /// <summary>Eq. 5.</summary>
    private double[][] Block(double[][] x, string name)
    {
        var (width, length) = (x.Length, x[0].Length);
        var (weight, bias, gamma) = (tensor($"{name}.dwconv.weight"), tensor($"{name}.dwconv.bias"), tensor($"{name}.gamma"));
        var y = Channels(width, length);
        for (var c = 0; c < width; c++)
            for (var l = 0; l < length; l++)
            {
                y[c][l] = bias[c];
                for (var k = 0; k < 7; k++)
                    if (l + k - 3 >= 0 && l + k - 3 < length)
                        y[c][l] += weight[(c * 7) + k] * x[c][l + k - 3];
            }

        y = Norm(y, $"{name}.norm");
        var result = Channels(width, length);
        for (var l = 0; l < length; l++)
        {
            var hidden = Linear([.. y.Select(channel => channel[l])], $"{name}.pwconv1", 4 * width).Select(Gelu).ToArray();
            var projected = Linear(hidden, $"{name}.pwconv2", width);
            for (var c = 0; c < width; c++)
                result[c][l] = x[c][l] + (gamma[c] * projected[c]);
        }

        return result;
    }

    private double[][] Norm(double[][] x, string name)
    {
        var (weight, bias, y) = (tensor($"{name}.weight"), tensor($"{name}.bias"), Channels(x.Length, x[0].Length));
        for (var l = 0; l < x[0].Length; l++)
        {
            var mean = x.Average(channel => channel[l]);
            var variance = x.Average(channel => Math.Pow(channel[l] - mean, 2));
            for (var c = 0; c < x.Length; c++)
                y[c][l] = ((x[c][l] - mean) / Math.Sqrt(variance + 1e-6) * weight[c]) + bias[c];
        }

        return y;
    }

    private double[] Linear(double[] x, string name, int outputs)
    {
        var (weight, bias) = (tensor($"{name}.weight"), tensor($"{name}.bias"));
        return [.. Enumerable.Range(0, outputs).Select(o => bias[o] + x.Select((value, i) => weight[(o * x.Length) + i] * value).Sum())];
    }

    /// <summary>x·Φ(x), Φ by Simpson's rule on the density.</summary>
    private static double Gelu(double x)
    {
        const int pieces = 2000;
        var (sum, step) = (0.0, x / pieces);
        for (var i = 0; i <= pieces; i++)
            sum += (i == 0 || i == pieces ? 1 : i % 2 == 1 ? 4 : 2) * Math.Exp(-0.5 * i * step * i * step);
        return x * (0.5 + (sum * step / 3 / Math.Sqrt(2 * Math.PI)));
    }

    private static double[][] Channels(int width, int length) => [.. Enumerable.Range(0, width).Select(_ => new double[length])];
}
