using System.IO.Hashing;
using System.Runtime.InteropServices;
using RruffGeo.Spectra;

namespace RruffGeo.Stages;

/// <summary>Makes rows of <c>raw.parquet</c> from what was read.</summary>
internal static class RawRows
{
    /// <summary>The row of one spectrum file, header before file name (SCIENCE 9.5).</summary>
    public static RawRow Of(string archive, ArchiveMember member, string spectrumId, RruffFile file)
    {
        if (!SpectrumFileName.TryParse(member.Path, out var name))
            throw new ArgumentException($"Expected the name of a spectrum file but found '{member.Path}'.", nameof(member));
        List<Diagnostic> diagnostics = [.. file.Diagnostics];
        var identity = SpectrumIdentity.Of(file.Header, name, diagnostics);
        if (string.Join(", ", file.Header.Missing) is { Length: > 0 } missing)
            diagnostics.Add(new Diagnostic(DiagnosticCodes.MissingHeader, 0, $"The header has no {missing}."));
        return new RawRow
        {
            SpectrumId = spectrumId,
            Archive = archive,
            Member = member.Path,
            Kind = RruffText.NameOf(identity.Kind),
            Mineral = identity.Mineral,
            RruffId = identity.RruffId,
            Specimen = identity.Specimen,
            Acquisition = identity.Acquisition,
            Scan = name.Scan,
            LaserNanometres = identity.LaserNanometres,
            Angle = name.Angle,
            Orientation = name.Orientation,
            IdealChemistry = file.Header["IDEAL CHEMISTRY"],
            MeasuredChemistry = file.Header["MEASURED CHEMISTRY"],
            Locality = file.Header["LOCALITY"],
            Owner = file.Header["OWNER"],
            Source = file.Header["SOURCE"],
            Description = file.Header["DESCRIPTION"],
            Status = file.Header["STATUS"],
            Url = file.Header["URL"],
            Points = file.Wavenumbers.Length,
            FirstWavenumber = file.Wavenumbers[0],
            LastWavenumber = file.Wavenumbers[^1],
            DataDigest = DigestOf(file),
            Diagnostics = string.Join(';', diagnostics.Select(diagnostic => diagnostic.Code).Distinct().Order(StringComparer.Ordinal)),
            Wavenumbers = file.Wavenumbers,
            Intensities = file.Intensities,
        };
    }

    private static string DigestOf(RruffFile file)
    {
        var hash = new XxHash128();
        hash.Append(MemoryMarshal.AsBytes(file.Wavenumbers.AsSpan()));
        hash.Append(MemoryMarshal.AsBytes(file.Intensities.AsSpan()));
        return Convert.ToHexStringLower(hash.GetCurrentHash());
    }
}
