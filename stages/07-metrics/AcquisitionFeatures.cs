using System.Globalization;

namespace RruffGeo.Stages;

/// <summary>How, by whom and when each spectrum was taken: what the metadata baseline sees.</summary>
internal static class AcquisitionFeatures
{
    /// <summary>Place of the laser among the features.</summary>
    public const int Laser = 0;

    private const double RangeBin = 100;

    /// <summary>Laser, kind, scan, orientation, owner, the year in the specimen's id, and both ends of the native range in bins of 100 cm⁻¹.</summary>
    /// <returns>[feature][row].</returns>
    /// <exception cref="InvalidDataException">A spectrum is not in <c>raw.parquet</c>.</exception>
    public static IReadOnlyList<IReadOnlyList<string>> Of(RawSpectra raw, EvaluationRows rows)
    {
        var descriptions = new Dictionary<string, SpectrumDescription>(StringComparer.Ordinal);
        foreach (var description in raw.Descriptions)
            if (rows.RowOfId.ContainsKey(description.SpectrumId))
                descriptions[description.SpectrumId] = description;
        SpectrumDescription[] spectra = [.. rows.Spectra.Select(row => descriptions.TryGetValue(row.SpectrumId, out var description)
            ? description
            : throw new InvalidDataException($"raw.parquet: spectrum '{row.SpectrumId}' of folds.parquet is not in it. Rerun stage Raw."))];
        return
        [
            Values(spectra, spectrum => spectrum.LaserNanometres?.ToString(CultureInfo.InvariantCulture) ?? ""),
            Values(spectra, spectrum => spectrum.Kind),
            Values(spectra, spectrum => spectrum.Scan),
            Values(spectra, spectrum => spectrum.Orientation),
            Values(spectra, spectrum => spectrum.Owner),
            Values(spectra, spectrum => YearOf(spectrum.Specimen)),
            Values(spectra, spectrum => Bin(spectrum.FirstWavenumber)),
            Values(spectra, spectrum => Bin(spectrum.LastWavenumber)),
        ];
    }

    /// <summary>RRUFF ids carry the year after their letters: R040031 is of 2004. Ids of another form give none.</summary>
    private static string YearOf(string specimen)
    {
        var digits = specimen.AsSpan().TrimStart("ABCDEFGHIJKLMNOPQRSTUVWXYZ");
        return digits.Length == 6 && !digits.ContainsAnyExceptInRange('0', '9') ? digits[..2].ToString() : "";
    }

    private static string Bin(float wavenumber) => Math.Floor(wavenumber / RangeBin).ToString(CultureInfo.InvariantCulture);

    private static string[] Values(SpectrumDescription[] spectra, Func<SpectrumDescription, string> value) =>
        Array.ConvertAll(spectra, spectrum => value(spectrum));
}
