using System.Globalization;
using CsvHelper;

namespace RruffGeo.Stages;

/// <summary>Writes a run's spectra on their grid as a table that the audit reads: the format by example.</summary>
public static class ExportFeatureTable
{
    private const string FormulaSigns = "=+-@'";

    /// <summary>Writes one row per resampled spectrum, in the order of <c>resampled.parquet</c>; features are the intensities at each wavenumber.</summary>
    /// <param name="raw">Says whether the spectra are simulated.</param>
    /// <param name="joined">Countries and units.</param>
    /// <param name="resampled">Intensities.</param>
    /// <param name="path">The file; at no time is there half of it.</param>
    /// <param name="cancellation">Checked once per row.</param>
    public static void Run(RawSpectra raw, JoinedSpectra joined, ResampledSpectra resampled, string path, CancellationToken cancellation)
    {
        var (spectra, intensities, grid) = (JoinedRows.Of(joined, resampled.Spectra), resampled.ReadIntensities(), resampled.Grid);
        var origin = raw.Archives.Any(archive => archive.Simulated) ? "SIMULATED DATA" : "measured data";
        var step = (grid.Last - grid.First) / (grid.Points - 1);
        using (var text = new StreamWriter(path + ".partial"))
        using (var csv = CsvWriter.Create(text, new CsvWriterOptions { NewLine = "\n" }))
        {
            foreach (var name in (string[])[ColumnRoles.Id, ColumnRoles.Specimen, ColumnRoles.Spectrum, ColumnRoles.Kind, ColumnRoles.Country, ColumnRoles.Locality, ColumnRoles.Species, ColumnRoles.Origin])
                csv.WriteField(name);
            for (var i = 0; i < grid.Points; i++)
                csv.WriteField(string.Create(CultureInfo.InvariantCulture, $"at {grid.First + (i * step):0.###}"));
            csv.EndRecord();
            for (var row = 0; row < spectra.Count; row++)
            {
                cancellation.ThrowIfCancellationRequested();
                foreach (var field in (string[])[spectra[row].SpectrumId, spectra[row].Specimen, WithinSpecimen(spectra[row]), spectra[row].Kind, spectra[row].Country, spectra[row].LocalityGroup, spectra[row].Mineral, origin])
                    csv.WriteField(Armoured(field));
                foreach (var value in intensities.AsSpan(row * grid.Points, grid.Points))
                    csv.WriteField(value.ToString("R", CultureInfo.InvariantCulture));
                csv.EndRecord();
            }
        }

        File.Move(path + ".partial", path, overwrite: true);
    }

    /// <summary>The acquisition without the specimen with which its key begins.</summary>
    private static string WithinSpecimen(JoinedSpectrum row) =>
        row.Acquisition.StartsWith(row.Specimen + "|", StringComparison.Ordinal) ? row.Acquisition[(row.Specimen.Length + 1)..] : row.Acquisition;

    private static string Armoured(string field) => field.Length > 0 && FormulaSigns.Contains(field[0], StringComparison.Ordinal) ? "'" + field : field;
}
