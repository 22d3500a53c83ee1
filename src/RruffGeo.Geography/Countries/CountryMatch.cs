namespace RruffGeo.Geography;

/// <summary>How a point came to its country.</summary>
public enum MatchRule
{
    /// <summary>No polygon holds the point, and none is near enough.</summary>
    None,

    /// <summary>A polygon holds the point, or its border passes through it.</summary>
    Inside,

    /// <summary>No polygon holds the point; the nearest within the snap distance was taken.</summary>
    Nearest,
}

/// <summary>The country of a point.</summary>
/// <param name="Country">The country; null if <paramref name="Rule"/> is <see cref="MatchRule.None"/>.</param>
/// <param name="Rule">How it was found.</param>
/// <param name="DistanceDegrees">Planar distance to the polygon, degrees; 0 unless <paramref name="Rule"/> is <see cref="MatchRule.Nearest"/>.</param>
public readonly record struct CountryMatch(CountryShape? Country, MatchRule Rule, double DistanceDegrees);
