namespace RruffGeo.Stages;

/// <summary>How samples are classified and joined with countries (stage 03; paper section 2, A.2, A.3).</summary>
public sealed record JoinedParameters
{
    /// <summary>Distance within which a point in no polygon takes the nearest country, degrees; 0 = plain join, as the paper says.</summary>
    public double SnapDegrees { get; init; }

    /// <summary>Scale of the embedded polygons: <c>10m</c> (default; 98.4 % of mineral sites in their country) or <c>110m</c>. Without effect on <c>--countries</c>.</summary>
    public string Scale { get; init; } = "10m";

    /// <summary>Keyword rule: <c>word</c> (default, SCIENCE 9.3) or <c>substring</c>.</summary>
    public string SyntheticRule { get; init; } = "word";

    /// <summary>Throws if the values contradict each other; called once, before any stage runs.</summary>
    public void Validate()
    {
        if (!(SnapDegrees >= 0 && SnapDegrees <= 5))
            throw new ArgumentOutOfRangeException(nameof(SnapDegrees), SnapDegrees, "Expected 0 … 5 degrees.");
        if (Scale is not ("10m" or "110m"))
            throw new ArgumentOutOfRangeException(nameof(Scale), Scale, "Expected '10m' or '110m'; another scale comes with --countries=PATH.");
        if (SyntheticRule is not ("word" or "substring"))
            throw new ArgumentOutOfRangeException(nameof(SyntheticRule), SyntheticRule, "Expected 'word' or 'substring'.");
    }
}
