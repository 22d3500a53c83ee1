namespace RruffGeo.Models;

/// <summary>Takes parameters to the form that the kernels use, and gradients back by the chain rule.</summary>
internal static unsafe class WeightFolding
{
    /// <summary>Fills the folded stem and head from the parameters.</summary>
    public static void FoldEnds(ParameterViews p, FoldedTensors folded)
    {
        Transpose(p["stem.conv.weight"], folded.Stem.Convolution);
        p["stem.conv.bias"].CopyTo(folded.Stem.Bias.Values);
        p["stem.norm.weight"].CopyTo(folded.Stem.NormWeight.Values);
        p["stem.norm.bias"].CopyTo(folded.Stem.NormBias.Values);
        p["norm.weight"].CopyTo(folded.Head.NormWeight.Values);
        p["norm.bias"].CopyTo(folded.Head.NormBias.Values);
        p["head.weight"].CopyTo(folded.Head.Weight.Values);
        p["head.bias"].CopyTo(folded.Head.Bias.Values);
    }

    /// <summary>Adds the gradients by the parameters of stem and head, given those by the folded tensors.</summary>
    public static void UnfoldEnds(FoldedTensors folded, ParameterViews g)
    {
        AddTransposed(folded.Stem.Convolution, g["stem.conv.weight"]);
        Add(folded.Stem.Bias.Values, g["stem.conv.bias"]);
        Add(folded.Stem.NormWeight.Values, g["stem.norm.weight"]);
        Add(folded.Stem.NormBias.Values, g["stem.norm.bias"]);
        Add(folded.Head.NormWeight.Values, g["norm.weight"]);
        Add(folded.Head.NormBias.Values, g["norm.bias"]);
        Add(folded.Head.Weight.Values, g["head.weight"]);
        Add(folded.Head.Bias.Values, g["head.bias"]);
    }

    /// <summary>W₁' = W₁·diag(g), b₁' = b₁ + W₁β; W₂' = diag(γ)·W₂, b₂' = γ·b₂.</summary>
    public static void FoldBlock(ParameterViews p, string name, FoldedBlock folded)
    {
        Transpose(p[$"{name}.dwconv.weight"], folded.Depthwise);
        p[$"{name}.dwconv.bias"].CopyTo(folded.DepthwiseBias.Values);
        var (width, hidden) = (folded.Expand.Columns, folded.Expand.Rows);
        Span<float> w1 = p[$"{name}.pwconv1.weight"], b1 = p[$"{name}.pwconv1.bias"], g = p[$"{name}.norm.weight"], beta = p[$"{name}.norm.bias"];
        Span<float> expand = folded.Expand.Values, expandBias = folded.ExpandBias.Values;
        for (var j = 0; j < hidden; j++)
        {
            var row = w1.Slice(j * width, width);
            Rows.Product(row, g, expand.Slice(j * width, width));
            expandBias[j] = b1[j] + Rows.Dot(row, beta);
        }

        Span<float> w2 = p[$"{name}.pwconv2.weight"], b2 = p[$"{name}.pwconv2.bias"], gamma = p[$"{name}.gamma"];
        for (var c = 0; c < width; c++)
        {
            var project = folded.Project.Values.Slice(c * hidden, hidden);
            Rows.Scaled(w2.Slice(c * hidden, hidden), gamma[c], project);
            folded.ProjectBias.Values[c] = gamma[c] * b2[c];
        }
    }

    /// <summary>Adds the gradients by the parameters of a block, given those by the folded tensors.</summary>
    public static void UnfoldBlock(ParameterViews p, string name, FoldedBlock folded, ParameterViews gradients)
    {
        AddTransposed(folded.Depthwise, gradients[$"{name}.dwconv.weight"]);
        Add(folded.DepthwiseBias.Values, gradients[$"{name}.dwconv.bias"]);
        var (width, hidden) = (folded.Expand.Columns, folded.Expand.Rows);
        Span<float> w1 = p[$"{name}.pwconv1.weight"], g = p[$"{name}.norm.weight"], beta = p[$"{name}.norm.bias"];
        Span<float> dw1 = gradients[$"{name}.pwconv1.weight"], db1 = gradients[$"{name}.pwconv1.bias"];
        Span<float> dg = gradients[$"{name}.norm.weight"], dBeta = gradients[$"{name}.norm.bias"];
        for (var j = 0; j < hidden; j++)
        {
            Span<float> row = w1.Slice(j * width, width), gradient = folded.Expand.Values.Slice(j * width, width), target = dw1.Slice(j * width, width);
            var bias = folded.ExpandBias.Values[j];
            Rows.AddProduct(target, gradient, g);
            Rows.AddScaled(target, beta, bias);
            Rows.AddProduct(dg, gradient, row);
            Rows.AddScaled(dBeta, row, bias);
            db1[j] += bias;
        }

        Span<float> w2 = p[$"{name}.pwconv2.weight"], b2 = p[$"{name}.pwconv2.bias"], gamma = p[$"{name}.gamma"];
        Span<float> dw2 = gradients[$"{name}.pwconv2.weight"], db2 = gradients[$"{name}.pwconv2.bias"], dGamma = gradients[$"{name}.gamma"];
        for (var c = 0; c < width; c++)
        {
            var gradient = folded.Project.Values.Slice(c * hidden, hidden);
            var bias = folded.ProjectBias.Values[c];
            Rows.AddScaled(dw2.Slice(c * hidden, hidden), gradient, gamma[c]);
            dGamma[c] += Rows.Dot(gradient, w2.Slice(c * hidden, hidden)) + (bias * b2[c]);
            db2[c] += gamma[c] * bias;
        }
    }

    /// <summary>W'[o, (k, c)] = W[o, c, k]·g[c], b'[o] = b[o] + Σ W[o, c, k]·β[c].</summary>
    public static void FoldHalving(ParameterViews p, string name, FoldedHalving folded)
    {
        Span<float> weight = p[$"{name}.conv.weight"], bias = p[$"{name}.conv.bias"], g = p[$"{name}.norm.weight"], beta = p[$"{name}.norm.bias"];
        var width = g.Length;
        for (var o = 0; o < folded.Weight.Rows; o++)
        {
            Span<float> from = weight.Slice(2 * o * width, 2 * width), to = folded.Weight.Values.Slice(2 * o * width, 2 * width);
            var sum = bias[o];
            for (var c = 0; c < width; c++)
            {
                (to[c], to[width + c]) = (from[2 * c] * g[c], from[(2 * c) + 1] * g[c]);
                sum += (from[2 * c] + from[(2 * c) + 1]) * beta[c];
            }

            folded.Bias.Values[o] = sum;
        }
    }

    public static void UnfoldHalving(ParameterViews p, string name, FoldedHalving folded, ParameterViews gradients)
    {
        Span<float> weight = p[$"{name}.conv.weight"], g = p[$"{name}.norm.weight"], beta = p[$"{name}.norm.bias"];
        Span<float> dWeight = gradients[$"{name}.conv.weight"], dg = gradients[$"{name}.norm.weight"], dBeta = gradients[$"{name}.norm.bias"];
        Add(folded.Bias.Values, gradients[$"{name}.conv.bias"]);
        var width = g.Length;
        for (var o = 0; o < folded.Weight.Rows; o++)
        {
            Span<float> w = weight.Slice(2 * o * width, 2 * width), dw = dWeight.Slice(2 * o * width, 2 * width), from = folded.Weight.Values.Slice(2 * o * width, 2 * width);
            var bias = folded.Bias.Values[o];
            for (var c = 0; c < width; c++)
            {
                dw[2 * c] += (from[c] * g[c]) + (bias * beta[c]);
                dw[(2 * c) + 1] += (from[width + c] * g[c]) + (bias * beta[c]);
                dg[c] += (from[c] * w[2 * c]) + (from[width + c] * w[(2 * c) + 1]);
                dBeta[c] += bias * (w[2 * c] + w[(2 * c) + 1]);
            }
        }
    }

    private static void Transpose(ReadOnlySpan<float> channelsFirst, NativeMatrix<float> matrix)
    {
        for (var k = 0; k < matrix.Rows; k++)
            for (var c = 0; c < matrix.Columns; c++)
                matrix.Row(k)[c] = channelsFirst[(c * matrix.Rows) + k];
    }

    private static void AddTransposed(NativeMatrix<float> matrix, Span<float> channelsFirst)
    {
        for (var k = 0; k < matrix.Rows; k++)
            for (var c = 0; c < matrix.Columns; c++)
                channelsFirst[(c * matrix.Rows) + k] += matrix.Row(k)[c];
    }

    private static void Add(ReadOnlySpan<float> from, Span<float> to) => Rows.AddScaled(to, from, 1);
}
