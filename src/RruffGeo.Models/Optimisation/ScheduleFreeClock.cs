namespace RruffGeo.Models;

/// <summary>The scalars of schedule-free AdamW.</summary>
/// <param name="Steps">Steps taken, k.</param>
/// <param name="WeightSum">Sum of the average's weights, W.</param>
/// <param name="LargestRate">Largest learning rate so far; −1 before the first step.</param>
internal readonly record struct ScheduleFreeClock(long Steps, double WeightSum, double LargestRate)
{
    /// <summary>The clock after one more step, and that step's learning rate, averaging weight c and what v is divided by.</summary>
    public (ScheduleFreeClock Next, double Rate, double C, double Correction) Next(ScheduleFreeOptions options)
    {
        var schedule = Steps < options.WarmUpSteps ? (Steps + 1.0) / options.WarmUpSteps : 1;
        var correction = 1 - Math.Pow(options.Beta2, Steps + 1);
        var rate = options.LearningRate * schedule * (options.Variant == ScheduleFreeVariant.Old ? Math.Sqrt(correction) : 1);
        var largest = Math.Max(LargestRate, rate);
        var weight = Math.Pow(Steps + 1, options.R) * Math.Pow(largest, options.WeightPower);
        var sum = WeightSum + weight;
        return (new(Steps + 1, sum, largest), rate, sum == 0 ? 0 : weight / sum, options.Variant == ScheduleFreeVariant.Old ? 1 : correction);
    }
}

/// <summary>The whole state of schedule-free AdamW, as it is: nothing is switched for it, so that keeping it leaves no trace in the trajectory.</summary>
/// <param name="Clock">The scalars.</param>
/// <param name="LearningRate">Learning rate of the last step.</param>
/// <param name="IsTraining">True if <paramref name="Parameters"/> are y, false if they are the average x.</param>
/// <param name="Parameters">The parameters.</param>
/// <param name="Z">The last iterate.</param>
/// <param name="V">The mean squared gradient.</param>
internal sealed record ScheduleFreeState(ScheduleFreeClock Clock, double LearningRate, bool IsTraining, float[] Parameters, float[] Z, float[] V);
