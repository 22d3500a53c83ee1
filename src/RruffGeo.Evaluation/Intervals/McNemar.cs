namespace RruffGeo.Evaluation;

/// <summary>McNemar's exact test: do two classifiers err equally often on the same units?</summary>
public static class McNemar
{
    /// <summary>Two-sided exact p-value of the discordant pairs under Binomial(n, ½).</summary>
    /// <param name="onlyFirst">Units that only the first classifier gets right, ≥ 0.</param>
    /// <param name="onlySecond">Units that only the second classifier gets right, ≥ 0.</param>
    /// <returns>0 … 1; 1 without discordant pairs.</returns>
    public static double Exact(int onlyFirst, int onlySecond)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(onlyFirst);
        ArgumentOutOfRangeException.ThrowIfNegative(onlySecond);
        var n = onlyFirst + onlySecond;
        var logTerm = -n * Math.Log(2);
        var tail = 0.0;
        for (var i = 0; i <= Math.Min(onlyFirst, onlySecond); i++)
        {
            tail += Math.Exp(logTerm);
            logTerm += Math.Log(n - i) - Math.Log(i + 1);
        }
        return Math.Min(1, 2 * tail);
    }
}
