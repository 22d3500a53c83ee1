using System.Globalization;
using RruffGeo.Presentation.Drawing;

namespace RruffGeo.Stages;

/// <summary>What one has to know of a table to read its audit.</summary>
internal static class AuditNotes
{
    private static readonly (string Role, string Meaning)[] Optional =
    [
        (ColumnRoles.Spectrum, "twins are unknown and there are no folds by twin"),
        (ColumnRoles.Locality, "there are no folds by locality"),
        (ColumnRoles.Species, "there are no folds by species and no species prior"),
    ];

    /// <summary>Rows and columns left out, roles that no column plays.</summary>
    public static IEnumerable<string> Of(FeatureTable table, ClassFilter task)
    {
        if (table.WithoutCountry > 0)
            yield return $"{Numerals.Of(table.WithoutCountry)} rows without a country are left out.";
        if (table.Units.Count(row => row.Specimen.Length == 0) is > 0 and var alone)
            yield return $"{Numerals.Of(alone)} rows without a specimen count as a specimen each.";
        foreach (var warning in task.Warnings)
            yield return warning.Message;
        if (table.TextColumns.Count > 0)
            yield return $"Columns of text without a role, not looked at: {string.Join(", ", table.TextColumns)}.";
        foreach (var (role, meaning) in Optional)
            if (!table.Roles.Contains(role))
                yield return $"No column is '{role}': {meaning}.";
        if (Repeated(task) is > 0 and var repeated)
            yield return string.Create(CultureInfo.InvariantCulture, $"{repeated} rows repeat specimen, spectrum and kind of an earlier row.");
    }

    private static int Repeated(ClassFilter task) => task.Spectra.Where(row => row.Acquisition.Length > 0)
        .GroupBy(row => (row.Acquisition, row.Kind)).Sum(same => same.Count() - 1);
}
