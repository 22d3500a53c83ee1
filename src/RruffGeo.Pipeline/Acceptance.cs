namespace RruffGeo.Pipeline;

/// <summary>That a person took the result of earlier code for that of changed code, and why.</summary>
/// <param name="Key">Key under which the result was there before, lower-case hex.</param>
/// <param name="Reason">Why the change is cosmetic, in the person's words.</param>
public sealed record Acceptance(string Key, string Reason)
{
    /// <summary>Longest reason, characters.</summary>
    public const int LongestReason = 400;

    /// <summary>True for a reason that fits on one line.</summary>
    public static bool IsReason(string? text) => !string.IsNullOrWhiteSpace(text) && text.Length <= LongestReason && !text.Any(char.IsControl);
}
