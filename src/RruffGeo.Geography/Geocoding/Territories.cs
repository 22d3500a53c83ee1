using System.Collections.Frozen;

namespace RruffGeo.Geography;

/// <summary>Polygons of their own whose localities often end in the state they belong to: "Mayagüez, Puerto Rico, USA".</summary>
/// <remarks>Natural Earth's NAME keeps them apart, and so would a point there: the text is read as the join will read it.</remarks>
internal static class Territories
{
    private static readonly FrozenSet<(string Territory, string State)> Pairs = new (string State, string[] Territories)[]
    {
        ("United States of America", ["Puerto Rico", "Guam", "U.S. Virgin Is.", "American Samoa", "N. Mariana Is."]),
        ("Denmark", ["Greenland", "Faeroe Is."]),
        ("China", ["Hong Kong", "Macao"]),
        ("France", ["New Caledonia", "Fr. Polynesia", "Fr. S. Antarctic Lands"]),
        ("United Kingdom", ["Bermuda", "Falkland Is.", "Montserrat", "Saint Helena", "Jersey", "Guernsey", "Isle of Man"]),
        ("Netherlands", ["Aruba", "Curaçao"]),
    }.SelectMany(row => row.Territories.Select(territory => (territory, row.State))).ToFrozenSet();

    /// <summary>True if <paramref name="territory"/> is a polygon of its own that belongs to <paramref name="state"/>; both are NAMEs.</summary>
    public static bool Belongs(string territory, string state) => Pairs.Contains((territory, state));
}
