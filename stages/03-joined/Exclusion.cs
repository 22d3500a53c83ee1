namespace RruffGeo.Stages;

/// <summary>Reasons why learning leaves a sample out (paper A.2, A.3).</summary>
internal static class Exclusion
{
    /// <summary>All reasons, in the order in which samples are counted out.</summary>
    public static IReadOnlyList<string> Reasons { get; } = ["synthetic", "no-mineral", "no-coordinates", "no-country"];

    /// <summary>The reasons that hold for <paramref name="row"/>, in the order of <see cref="Reasons"/>.</summary>
    /// <remarks>A sample without coordinates has no country either; <c>no-country</c> is said only of points that lie in no polygon.</remarks>
    public static IEnumerable<string> Of(JoinedSpectrum row) => Reasons.Where(reason => reason switch
    {
        "synthetic" => row.Synthetic,
        "no-mineral" => row.Mineral.Length == 0,
        "no-coordinates" => row.Latitude is null,
        _ => row.Latitude is not null && row.Country.Length == 0,
    });
}
