namespace RruffGeo.Geography;

/// <summary>What a geocoded point stands for, finest first.</summary>
public enum PlacePrecision
{
    /// <summary>A mine, mountain, address or other place that is no settlement. Live geocoders alone know such places.</summary>
    Site,

    /// <summary>A populated place.</summary>
    City,

    /// <summary>The medoid city of a second-order unit (county, district, province of Italy).</summary>
    Admin2,

    /// <summary>The medoid city of a first-order unit (state, region). Too coarse for distances below its size.</summary>
    Admin1,

    /// <summary>The label point of the country polygon: not a coordinate to measure distances with.</summary>
    Country,
}
