using System.Text;

namespace RruffGeo.Spectra;

/// <summary>What <c>##XUNITS=</c> says of the axis.</summary>
internal static class JcampUnits
{
    /// <summary>Accepts cm⁻¹ in any spelling, and an axis without a unit with a note.</summary>
    /// <exception cref="SpectrumTextException">The axis has another unit.</exception>
    public static void Check(JcampBlock block, string file, int line, DiagnosticLog diagnostics)
    {
        var text = block.Text("XUNITS");
        var unit = string.Concat(text.Where(char.IsAsciiLetterOrDigit)).ToUpperInvariant();
        if (unit.Contains("1CM", StringComparison.Ordinal) || unit.Contains("CM1", StringComparison.Ordinal)
            || unit.StartsWith("RAMANSHIFT", StringComparison.Ordinal) || unit.StartsWith("WAVENUMBER", StringComparison.Ordinal))
            return;
        if (unit.Length > 0 && !unit.StartsWith("ARBITRARY", StringComparison.Ordinal))
            throw new SpectrumTextException(
                file, line, FormatCodes.WrongUnit, $"expected ##XUNITS=1/CM but found '{SpectrumText.Quote(Encoding.UTF8.GetBytes(text))}'. Export the spectrum over Raman shift.");
        diagnostics.Note(FormatCodes.UnitAssumed, "##XUNITS= names no unit; the axis was taken as Raman shift in cm⁻¹.");
    }
}
