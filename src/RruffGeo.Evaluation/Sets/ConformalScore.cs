namespace RruffGeo.Evaluation;

/// <summary>How strange a class is for a row: the score of a conformal prediction set (SCIENCE section 7).</summary>
public abstract class ConformalScore
{
    /// <summary>Least ambiguous classifier: 1 − p_c (Sadinle, Lei &amp; Wasserman 2019).</summary>
    public static ConformalScore Lac { get; } = new LeastAmbiguous();

    /// <summary>Adaptive prediction sets, not randomised: the sum of the probabilities in descending order (stable) up to and including the class (Romano, Sesia &amp; Candès 2020).</summary>
    public static ConformalScore Aps { get; } = new Adaptive();

    /// <summary>Name in tables: <c>LAC</c> or <c>APS</c>.</summary>
    public abstract string Name { get; }

    /// <summary>How far above the threshold a score may lie by rounding.</summary>
    public abstract double Slack { get; }

    /// <summary>Writes the score of every class.</summary>
    /// <param name="probabilities">One probability per class.</param>
    /// <param name="scores">Receives one score per class.</param>
    public abstract void Write(ReadOnlySpan<double> probabilities, Span<double> scores);

    private sealed class LeastAmbiguous : ConformalScore
    {
        public override string Name => "LAC";

        public override double Slack => 0;

        public override void Write(ReadOnlySpan<double> probabilities, Span<double> scores)
        {
            for (var c = 0; c < probabilities.Length; c++)
                scores[c] = 1 - probabilities[c];
        }
    }

    private sealed class Adaptive : ConformalScore
    {
        public override string Name => "APS";

        public override double Slack => 1e-12;

        public override void Write(ReadOnlySpan<double> probabilities, Span<double> scores)
        {
            var order = new int[probabilities.Length];
            var descending = new double[probabilities.Length];
            for (var c = 0; c < order.Length; c++)
                (order[c], descending[c]) = (c, -probabilities[c]);
            // Ties by class make the unstable sort stable.
            order.AsSpan().Sort((one, other) => descending[one].CompareTo(descending[other]) is var difference and not 0 ? difference : one - other);
            var sum = 0.0;
            foreach (var c in order)
                scores[c] = sum += probabilities[c];
        }
    }
}
