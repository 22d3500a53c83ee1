namespace RruffGeo.Stages;

/// <summary>The classes of the task and the spectra that belong to them (paper 5.1).</summary>
/// <param name="Spectra">Spectra of the classes, in artifact order.</param>
/// <param name="Classes">The classes, in ordinal order of NAME.</param>
/// <param name="Labels">Class of each spectrum.</param>
/// <param name="Warnings">Countries left out, in ordinal order.</param>
internal sealed record ClassFilter(
    IReadOnlyList<JoinedSpectrum> Spectra, IReadOnlyList<CountryClass> Classes, int[] Labels, IReadOnlyList<FoldWarning> Warnings)
{
    /// <summary>Keeps the countries that have enough rows and specimens.</summary>
    public static ClassFilter Apply(IReadOnlyList<JoinedSpectrum> spectra, FoldsParameters parameters)
    {
        var warnings = new List<FoldWarning>();
        var classes = new List<CountryClass>();
        var labelOf = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var country in spectra.GroupBy(row => row.Country, StringComparer.Ordinal).OrderBy(group => group.Key, StringComparer.Ordinal))
        {
            var rows = country.Count();
            var specimens = country.Select(row => row.Specimen).Distinct(StringComparer.Ordinal).Count();
            if (LeftOut(country.Key, rows, specimens, parameters) is { } warning)
            {
                warnings.Add(warning);
                continue;
            }
            labelOf[country.Key] = classes.Count;
            classes.Add(new CountryClass { Class = classes.Count, Country = country.Key, Rows = rows, Specimens = specimens });
        }

        JoinedSpectrum[] kept = [.. spectra.Where(row => labelOf.ContainsKey(row.Country))];
        return new ClassFilter(kept, classes, Array.ConvertAll(kept, row => labelOf[row.Country]), warnings);
    }

    private static FoldWarning? LeftOut(string country, int rows, int specimens, FoldsParameters parameters)
    {
        var (code, found, minimum, unit) =
            rows < parameters.MinimumRows ? ("left-out-too-few-rows", rows, parameters.MinimumRows, "rows")
            : specimens < parameters.MinimumSpecimens ? ("left-out-too-few-specimens", specimens, parameters.MinimumSpecimens, "specimens")
            : ("", 0, 0, "");
        return code.Length == 0 ? null : new FoldWarning
        {
            Protocol = "all",
            Country = country,
            Code = code,
            Message = $"{country} is no class of the task and its {rows} rows are left out: {found} of at least {minimum} {unit}.",
        };
    }
}
