namespace RruffGeo.Evaluation;

/// <summary>Whether a protocol's score owes something to units that lie on both sides of its splits (SCIENCE section 6).</summary>
public enum LeakageVerdict
{
    /// <summary>No acquisition and no specimen lies on both sides.</summary>
    Clean,

    /// <summary>Units lie on both sides, but the score does not exceed the specimen score beyond chance.</summary>
    SharesUnits,

    /// <summary>Units lie on both sides and the score exceeds the specimen score beyond chance.</summary>
    Leaks,

    /// <summary>Units lie on both sides and there is no specimen score to compare with.</summary>
    Untested,
}

/// <summary>Reaches the verdict.</summary>
public static class LeakageVerdicts
{
    /// <summary>Decides from what is shared and from how much the score exceeds the specimen score.</summary>
    /// <param name="sharedRows">Test rows whose acquisition or specimen has another row in training.</param>
    /// <param name="excess">95 % interval of (score − specimen score) from the paired specimen-cluster bootstrap; null if there is no specimen score.</param>
    public static LeakageVerdict Decide(int sharedRows, Interval? excess) => (sharedRows, excess) switch
    {
        (0, _) => LeakageVerdict.Clean,
        (_, null) => LeakageVerdict.Untested,
        (_, { Low: > 0 }) => LeakageVerdict.Leaks,
        _ => LeakageVerdict.SharesUnits,
    };

    /// <summary>The verdict as tables print it.</summary>
    public static string Describe(LeakageVerdict verdict) => verdict switch
    {
        LeakageVerdict.Clean => "clean",
        LeakageVerdict.SharesUnits => "shares units, no effect seen",
        LeakageVerdict.Leaks => "leaks",
        LeakageVerdict.Untested => "shares units, effect untested",
        var other => throw new ArgumentOutOfRangeException(nameof(verdict), other, "No such verdict."),
    };
}
