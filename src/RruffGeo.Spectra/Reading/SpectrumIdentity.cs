using System.Globalization;

namespace RruffGeo.Spectra;

/// <summary>What a spectrum file shows, on what and how it was measured: header and file name put together, the header first.</summary>
public sealed record SpectrumIdentity
{
    /// <summary>RAW or Processed.</summary>
    public required SpectrumKind Kind { get; init; }

    /// <summary>Mineral name; empty if neither source gives one.</summary>
    public required string Mineral { get; init; }

    /// <summary>RRUFF id as written.</summary>
    public required string RruffId { get; init; }

    /// <summary>The stone: see <see cref="SpecimenId"/>.</summary>
    public required string Specimen { get; init; }

    /// <summary>Key of the measurement. Its RAW and its Processed file share it; suffixes of file names are no part of it.</summary>
    public required string Acquisition { get; init; }

    /// <summary>Laser wavelength, nm; null if neither source gives a number.</summary>
    public required double? LaserNanometres { get; init; }

    /// <summary>Puts header and file name together and notes every conflict.</summary>
    /// <param name="header">Header of the file.</param>
    /// <param name="name">Name of the file.</param>
    /// <param name="diagnostics">Receives a diagnostic for every conflict.</param>
    public static SpectrumIdentity Of(RruffHeader header, SpectrumFileName name, ICollection<Diagnostic> diagnostics)
    {
        var (id, mineral) = (header["RRUFFID"].Trim(), header["NAMES"].Trim());
        var laser = LaserText.Parse(header["RAMAN WAVELENGTH"]);
        var kind = RruffText.KindOf(header["FILETYPE"]);
        var specimen = SpecimenId.Of(id.Length > 0 ? id : name.Id);
        if (id.Length > 0 && SpecimenId.Of(name.Id) != specimen)
            Add(DiagnosticCodes.IdConflict, $"The header says RRUFF id {id}, the file name {name.Id}.");
        if (mineral.Length > 0 && Letters(mineral) != Letters(name.Mineral))
            Add(DiagnosticCodes.MineralConflict, $"The header says {mineral}, the file name {name.Mineral}.");
        if (laser is not null && name.LaserNanometres is not null && laser != name.LaserNanometres)
            Add(DiagnosticCodes.LaserConflict, FormattableString.Invariant($"The header says {laser} nm, the file name {name.LaserNanometres} nm."));
        if (kind is not null && kind != name.Kind)
            Add(DiagnosticCodes.KindConflict, $"The header says {RruffText.NameOf(kind.Value)}, the file name {RruffText.NameOf(name.Kind)}.");
        if (!SpecimenId.IsUsual(specimen))
            Add(DiagnosticCodes.UnusualId, $"RRUFF id {specimen} is not one or two letters and six digits.");
        if (SpecimenId.HasText(name.Id))
            Add(DiagnosticCodes.TextInId, $"The file name's id {name.Id} has more than a sub-sample number after its six digits.");
        if (name.AngleText.Length == 0)
            Add(DiagnosticCodes.NoAngle, "The file name gives no angle.");
        if (name.Orientation.Length == 0)
            Add(DiagnosticCodes.NoOrientation, "The file name gives no orientation.");
        NoteLaser();

        return new SpectrumIdentity
        {
            Kind = kind ?? name.Kind,
            Mineral = mineral.Length > 0 ? mineral : name.Mineral,
            RruffId = id.Length > 0 ? id : name.Id,
            Specimen = specimen,
            Acquisition = Key(specimen, name, laser),
            LaserNanometres = laser ?? name.LaserNanometres,
        };

        void NoteLaser()
        {
            if (laser is null && name.LaserNanometres is null)
                Add(DiagnosticCodes.NoLaser, "Neither header nor file name gives a laser wavelength.");
            else if (!LaserText.IsUsual((laser ?? name.LaserNanometres)!.Value))
                Add(DiagnosticCodes.UnusualLaser, FormattableString.Invariant($"The laser of {laser ?? name.LaserNanometres} nm is none of the usual ones."));
            if (laser is null && header["RAMAN WAVELENGTH"].Trim().Length > 0)
                Add(DiagnosticCodes.UnreadableLaser, "The header's laser is not a number.");
            if (name.LaserNanometres is not null && !LaserText.IsPlain(name.LaserField))
                Add(DiagnosticCodes.LaserSpelling, "The file name writes its laser with a hyphen or a unit.");
        }

        void Add(string code, string text) => diagnostics.Add(new Diagnostic(code, 0, text));
    }

    // The file name's laser comes first here: twins share their name, while a mistyped header would part them.
    private static string Key(string specimen, SpectrumFileName name, double? headerLaser) => string.Join(
        '|', specimen, name.Id.Trim().ToUpperInvariant(), name.Scan, Number(name.LaserNanometres ?? headerLaser), Number(name.Angle), name.Orientation);

    private static string Number(double? value) => value?.ToString("R", CultureInfo.InvariantCulture) ?? "";

    private static string Letters(string name) => string.Concat(name.Where(char.IsLetterOrDigit)).ToUpperInvariant();
}
