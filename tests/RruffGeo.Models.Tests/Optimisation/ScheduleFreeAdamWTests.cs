using TorchSharp;
using static TorchSharp.torch;

namespace RruffGeo.Models.Tests.Optimisation;

public sealed class ScheduleFreeAdamWTests
{
    private static readonly ScheduleFreeOptions Options = new()
    {
        LearningRate = 0.1,
        Beta1 = 0.9,
        Beta2 = 0.99,
        Epsilon = 1e-3,
        WeightDecay = 0.5,
        WarmUpSteps = 2,
        Variant = ScheduleFreeVariant.Current,
    };

    /// <summary>y = z = x = 1, gradients 2, −1, 0.5, every line written out from the rule.</summary>
    [Fact]
    public void Three_steps_of_the_current_variant_are_those_worked_out_by_hand()
    {
        // k = 0: lr 0.05, v = 0.04, v̂ = 4, u = 2/2.001 + 0.5·1; c = 1: x = y = z.
        var z1 = 1 - (0.05 * ((2 / 2.001) + 0.5));
        // k = 1: lr 0.1, W = 0.0025 + 0.01, c = 0.8; v = 0.99·0.04 + 0.01; v̂ = v/(1 − 0.99²).
        var u2 = (-1 / (Math.Sqrt((0.0396 + 0.01) / 0.0199) + 1e-3)) + (0.5 * z1);
        var z2 = z1 - (0.1 * u2);
        var x2 = (0.2 * z1) + (0.8 * z2);
        var y2 = (0.1 * z2) + (0.9 * x2);
        // k = 2: lr 0.1, W = 0.0225, c = 0.01/0.0225.
        var u3 = (0.5 / (Math.Sqrt(((0.99 * 0.0496) + 0.0025) / (1 - (0.99 * 0.99 * 0.99))) + 1e-3)) + (0.5 * y2);
        var z3 = z2 - (0.1 * u3);
        var x3 = ((1 - (1 / 2.25)) * x2) + (z3 / 2.25);
        var y3 = (0.1 * z3) + (0.9 * x3);
        Follow(Options, [2, -1, 0.5], [z1, y2, y3], [z1, x2, x3]);
    }

    [Fact]
    public void Two_steps_of_the_old_variant_are_those_worked_out_by_hand()
    {
        // k = 0: lr = 0.1·½·√0.01 = 0.005, d = √0.04 + 0.001 = 0.201, u = 2/0.201 + 0.5.
        var z1 = 1 - (0.005 * ((2 / 0.201) + 0.5));
        // k = 1: lr = 0.1·√0.0199, c = lr²/(0.005² + lr²) = 0.000199/0.000224.
        var (rate, c) = (0.1 * Math.Sqrt(0.0199), 0.000199 / 0.000224);
        var z2 = z1 - (rate * ((-1 / (Math.Sqrt(0.0496) + 1e-3)) + (0.5 * z1)));
        var x2 = ((1 - c) * z1) + (c * z2);
        Follow(Options with { Variant = ScheduleFreeVariant.Old }, [2, -1], [z1, (0.1 * z2) + (0.9 * x2)], [z1, x2]);
    }

    [Theory]
    [InlineData(ScheduleFreeVariant.Old)]
    [InlineData(ScheduleFreeVariant.Current)]
    public void In_float_on_the_processor_the_trajectory_is_that_of_torch_in_double(ScheduleFreeVariant variant)
    {
        const int count = 37;
        var options = Options with { Variant = variant };
        using var exact = new FlatParameters([new("a", [count])], ScalarType.Float64, CPU);
        using var fused = new FlatParameters([new("a", [count])], ScalarType.Float32, CPU);
        var random = new RandomStream(1, RandomPurpose.Initialisation);
        float[] start = [.. Enumerable.Range(0, count).Select(_ => (float)random.NextTruncatedNormal(1, 3))];
        exact.Write(start);
        fused.Write(start);
        using ScheduleFreeAdamW first = new(exact, options), second = new(fused, options);
        first.Train();
        second.Train();
        for (var step = 0; step < 50; step++)
        {
            float[] gradient = [.. Enumerable.Range(0, count).Select(_ => (float)random.NextTruncatedNormal(1, 3))];
            exact.Gradient.copy_(tensor(gradient));
            fused.Gradient.copy_(tensor(gradient));
            first.Step();
            second.Step();
        }

        first.Evaluate();
        second.Evaluate();
        Assert.True(exact.Values.allclose(fused.Values.to(ScalarType.Float64), rtol: 1e-5, atol: 1e-6));
        Assert.Equal(0, fused.Gradient.abs().sum().item<float>());
    }

    [Fact]
    public void A_step_outside_training_mode_is_an_error()
    {
        using var parameters = One();
        using var optimizer = new ScheduleFreeAdamW(parameters, Options);
        Assert.Contains("call Train() first", Assert.Throws<InvalidOperationException>(optimizer.Step).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Switching_to_evaluation_and_back_gives_y_again_and_twice_is_once()
    {
        using var parameters = One();
        using var optimizer = new ScheduleFreeAdamW(parameters, Options);
        optimizer.Train();
        Step(parameters, optimizer, 2);
        Step(parameters, optimizer, -1);
        var y = parameters.Values[0].ToDouble();
        optimizer.Evaluate();
        var x = parameters.Values[0].ToDouble();
        optimizer.Evaluate();
        Assert.Equal(x, parameters.Values[0].ToDouble());
        Assert.NotEqual(x, y, 1e-4);
        optimizer.Train();
        optimizer.Train();
        Assert.Equal(y, parameters.Values[0].ToDouble(), 1e-12);
    }

    [Fact]
    public void The_start_is_the_parameter_as_it_is_at_the_first_step()
    {
        using var parameters = One();
        using var optimizer = new ScheduleFreeAdamW(parameters, Options);
        parameters.Write([3]);
        optimizer.Train();
        Step(parameters, optimizer, 2);
        Assert.Equal(3 - (0.05 * ((2 / 2.001) + 1.5)), parameters.Values[0].ToDouble(), 1e-12);
    }

    [Fact]
    public void The_gradient_is_scaled_only_if_its_norm_is_above_the_limit()
    {
        using var parameters = new FlatParameters([new("a", [2])], ScalarType.Float64, CPU);
        using var optimizer = new ScheduleFreeAdamW(parameters, Options);
        parameters.Gradient.copy_(tensor((double[])[3, 4]));
        Assert.Equal(5, optimizer.Clip(10), 1e-12);
        Assert.Equal(3, parameters.Gradient[0].ToDouble());
        Assert.Equal(5, optimizer.Clip(1), 1e-12);
        Assert.Equal(3 / (5 + 1e-6), parameters.Gradient[0].ToDouble(), 1e-12);
    }

    [Fact]
    public void Finite_gradients_whose_squares_overflow_are_scaled_and_others_are_left()
    {
        using var parameters = new FlatParameters([new("a", [2])], ScalarType.Float32, CPU);
        using var optimizer = new ScheduleFreeAdamW(parameters, Options);
        parameters.Gradient.copy_(tensor((float[])[3e25f, 4e25f]));
        Assert.Equal(5e25, optimizer.Clip(1), 1e20);
        Assert.Equal(0.6, parameters.Gradient[0].ToDouble(), 1e-6);
        parameters.Gradient.copy_(tensor((float[])[float.PositiveInfinity, 1]));
        Assert.Equal(double.PositiveInfinity, optimizer.Clip(1));
        Assert.Equal(1, parameters.Gradient[1].ToDouble());
    }

    private static void Follow(ScheduleFreeOptions options, double[] gradients, double[] y, double[] x)
    {
        using var parameters = One();
        using var optimizer = new ScheduleFreeAdamW(parameters, options);
        for (var k = 0; k < gradients.Length; k++)
        {
            optimizer.Train();
            Step(parameters, optimizer, gradients[k]);
            Assert.Equal(y[k], parameters.Values[0].ToDouble(), 1e-12);
            optimizer.Evaluate();
            Assert.Equal(x[k], parameters.Values[0].ToDouble(), 1e-12);
        }
    }

    private static void Step(FlatParameters parameters, ScheduleFreeAdamW optimizer, double gradient)
    {
        parameters.Gradient.copy_(tensor((double[])[gradient]));
        optimizer.Step();
        Assert.Equal(0, parameters.Gradient[0].ToDouble());
    }

    private static FlatParameters One()
    {
        var parameters = new FlatParameters([new("a", [1])], ScalarType.Float64, CPU);
        parameters.Write([1]);
        return parameters;
    }
}
