using System.Runtime.InteropServices;
using TorchSharp;
using static TorchSharp.torch;

namespace RruffGeo.Models;

/// <summary>Schedule-free AdamW on one flat vector of parameters (Defazio et al. 2024; SCIENCE 4.2).</summary>
/// <remarks>
/// The parameters hold y, where gradients are taken, while training, and the average x while evaluating; the optimiser holds the last
/// iterate z and the mean squared gradient v. There is no first moment.
/// </remarks>
public sealed class ScheduleFreeAdamW : IDisposable
{
    private readonly FlatParameters parameters;
    private readonly ScheduleFreeOptions options;
    private readonly DecayRanges ranges;
    private readonly Tensor z, v;
    private ScheduleFreeClock clock = new(0, 0, -1);

    /// <summary>Starts in evaluation mode; call <see cref="Train"/> first. z is taken from the parameters as they are at the first step.</summary>
    public ScheduleFreeAdamW(FlatParameters parameters, ScheduleFreeOptions options)
    {
        (this.parameters, this.options, ranges) = (parameters, options, DecayRanges.Of(parameters.Specs, options.DecayOn));
        using var mode = no_grad();
        z = parameters.Values.clone().DetachFromDisposeScope();
        v = zeros_like(parameters.Values).DetachFromDisposeScope();
    }

    /// <summary>True while the parameters hold y.</summary>
    public bool IsTraining { get; private set; }

    /// <summary>Learning rate of the last step; 0 before the first.</summary>
    public double LearningRate { get; private set; }

    /// <summary>The scalars of the state.</summary>
    internal ScheduleFreeClock Clock => clock;

    /// <summary>Puts y into the parameters; does nothing if it is there.</summary>
    public void Train()
    {
        if (!IsTraining)
            Interpolate(1 - options.Beta1);
        IsTraining = true;
    }

    /// <summary>Puts the average x into the parameters; does nothing if it is there.</summary>
    public void Evaluate()
    {
        if (IsTraining)
            Interpolate(1 - (1 / options.Beta1));
        IsTraining = false;
    }

    /// <summary>Scales the gradient down to <paramref name="largest"/> if its norm is above it.</summary>
    /// <returns>The norm before; not finite only if a gradient is not, and then nothing is scaled.</returns>
    public double Clip(double largest)
    {
        using var scope = NewDisposeScope();
        using var mode = no_grad();
        var norm = parameters.Gradient.norm().ToDouble();
        // Squares of finite gradients may overflow: LayerNorm's slope at the zeros of padding is 1000, and there are four in a row.
        if (!double.IsFinite(norm))
            norm = parameters.Gradient.to(ScalarType.Float64).norm().ToDouble();
        if (double.IsFinite(norm) && norm + 1e-6 > largest)
        {
            using var factor = Held(largest / (norm + 1e-6));
            parameters.Gradient.mul_(factor);
        }

        return norm;
    }

    /// <summary>As <see cref="Clip"/>, but the norm stays on the device and nothing waits for it; a norm that is not finite spoils the gradient.</summary>
    /// <returns>The norm before, float64, of the caller's dispose scope.</returns>
    internal Tensor ClipUnread(double largest)
    {
        using var scope = NewDisposeScope();
        using var mode = no_grad();
        using Scalar limit = largest, small = 1e-6, one = 1.0;
        var norm = parameters.Gradient.to(ScalarType.Float64).norm();
        parameters.Gradient.mul_(norm.add(small).reciprocal().mul(limit).clamp_max(one).to(parameters.Gradient.dtype));
        return norm.MoveToOuterDisposeScope();
    }

    /// <summary>One step along the gradient, which is used up (set to zero).</summary>
    /// <exception cref="InvalidOperationException">The parameters hold x: call <see cref="Train"/> first.</exception>
    public void Step()
    {
        if (!IsTraining)
            throw new InvalidOperationException("A step of schedule-free AdamW outside training mode: call Train() first.");
        using var scope = NewDisposeScope();
        using var mode = no_grad();
        if (clock.Steps == 0)
            z.copy_(parameters.Values);
        var (next, rate, c, correction) = clock.Next(options);
        if (parameters.Values.device_type == DeviceType.CPU && parameters.Values.dtype == ScalarType.Float32)
            foreach (var (first, count, decay) in ranges.All)
                FusedStep.Run(
                    Span(parameters.Values).Slice(first, count), Span(z).Slice(first, count), Span(v).Slice(first, count), Span(parameters.Gradient).Slice(first, count),
                    options with { WeightDecay = decay * options.WeightDecay }, rate, c, correction);
        else
            StepByTorch(rate, c, correction);
        (clock, LearningRate) = (next, rate);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        z.Dispose();
        v.Dispose();
    }

    /// <summary>The state, from which <see cref="Restore"/> goes on exactly as this run does.</summary>
    internal ScheduleFreeState Save()
    {
        using var scope = NewDisposeScope();
        return new(clock, LearningRate, IsTraining, Copy(parameters.Values), Copy(z), Copy(v));
    }

    /// <summary>Takes up a saved state, its mode included.</summary>
    internal void Restore(ScheduleFreeState state)
    {
        parameters.Write(state.Parameters);
        using var scope = NewDisposeScope();
        using var mode = no_grad();
        z.copy_(tensor(state.Z));
        v.copy_(tensor(state.V));
        parameters.Gradient.zero_();
        (clock, LearningRate, IsTraining) = (state.Clock, state.LearningRate, state.IsTraining);
    }

    private static Span<float> Span(Tensor values) => MemoryMarshal.Cast<byte, float>(values.bytes);

    private static float[] Copy(Tensor values) => values.to(ScalarType.Float32).cpu().data<float>().ToArray();

    private void StepByTorch(double rate, double c, double correction)
    {
        var (y, g) = (parameters.Values, parameters.Gradient);
        using var beta2 = Held(options.Beta2);
        using var rest = Held(1 - options.Beta2);
        using var root = Held(correction);
        using var epsilon = Held(options.Epsilon);
        using var decay = Held(options.WeightDecay);
        using Tensor share = c;
        using var towardsZ = Held(rate * ((options.Beta1 * (1 - c)) - 1));
        using var back = Held(-rate);
        v.mul_(beta2).addcmul_(g, g, rest);
        var u = g.div_(v.div(root).sqrt_().add_(epsilon));
        foreach (var (first, count, decays) in ranges.All)
            if (decays > 0)
                u.narrow(0, first, count).add_(y.narrow(0, first, count), decay);
        y.lerp_(z, share);
        y.add_(u, towardsZ);
        z.add_(u, back);
        g.zero_();
    }

    private void Interpolate(double weight)
    {
        if (clock.Steps == 0)
            return;
        using var scope = NewDisposeScope();
        using var mode = no_grad();
        using Tensor share = weight;
        parameters.Values.lerp_(z, share);
    }

    /// <summary>A number that lives until it is disposed: one made in the call itself may be collected while native code still reads it.</summary>
    private static Scalar Held(double value) => value;
}
