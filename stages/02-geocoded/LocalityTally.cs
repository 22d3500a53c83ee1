using System.Globalization;

namespace RruffGeo.Stages;

/// <summary>What came of localities, in words.</summary>
internal static class LocalityTally
{
    /// <summary>"1,203 found, 31 not found, 2 failed".</summary>
    public static string Of(IReadOnlyCollection<GeocodedLocality> rows)
    {
        int Count(string status) => rows.Count(row => row.Status == status);
        return string.Create(CultureInfo.InvariantCulture, $"{Count("found"):N0} found, {Count("not-found"):N0} not found, {Count("failed"):N0} failed");
    }
}
