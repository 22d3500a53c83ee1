namespace RruffGeo.Pipeline;

/// <summary>A change from which others follow.</summary>
/// <param name="Stage">Folder of the stage whose key has it.</param>
/// <param name="Branch">Branch below it; empty for a stage without branches.</param>
/// <param name="Change">The part that changed, old → new; an input only if no stage of the store made it.</param>
public sealed record Cause(string Stage, string Branch, KeyChange Change)
{
    /// <summary>The cause in one line: "05-folds: parameter Folds.Seed: 20 → 7".</summary>
    public override string ToString() => $"{$"{Stage} {Branch}".TrimEnd()}: {Change}";
}
