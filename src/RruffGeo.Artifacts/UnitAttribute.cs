namespace RruffGeo.Artifacts;

/// <summary>The physical unit of a numeric column, written into the Parquet schema metadata.</summary>
/// <param name="unit">The unit as the field writes it, such as "cm⁻¹", "nm", "° WGS 84"; "1" for counts, shares and scores.</param>
[AttributeUsage(AttributeTargets.Property)]
public sealed class UnitAttribute(string unit) : Attribute
{
    /// <summary>The unit as the field writes it; "1" means dimensionless.</summary>
    public string Unit { get; } = unit;
}
