namespace RruffGeo.Geography;

/// <summary>The gazetteer's cities as bare points: places as people live, more of them near coasts and borders than chance would put there.</summary>
public static class GazetteerPoints
{
    /// <summary>The first <paramref name="count"/> cities, countries in ordinal order of their NAMEs, repeated from the first if there are fewer.</summary>
    public static IReadOnlyList<GeoPoint> Take(int count)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        var points = Gazetteer.Load().Points().Take(count).ToList();
        return [.. Enumerable.Range(0, count).Select(i => points[i % points.Count])];
    }
}
