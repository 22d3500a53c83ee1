using System.Collections.Immutable;

namespace RruffGeo.Demo;

/// <summary>A way of measuring, and the archive that holds what it gave.</summary>
/// <param name="Archive">Archive, named as RRUFF names it.</param>
/// <param name="Scan"><c>Raman</c> or <c>Broad_Scan</c>.</param>
/// <param name="Laser">Laser wavelength as the file name has it, nm.</param>
/// <param name="Orientation"><c>ccw</c> or <c>unoriented</c>.</param>
/// <param name="Angle">Between fiducial mark and polarisation, degrees.</param>
/// <param name="First">First wavenumber, cm⁻¹.</param>
/// <param name="Step">Distance of two points, cm⁻¹.</param>
/// <param name="Points">Number of points of a RAW file.</param>
/// <param name="Resolution">Full width at half maximum that the spectrometer adds to every band, cm⁻¹.</param>
/// <param name="Fluorescence">Strength of the background, 1 = as at 532 nm.</param>
internal sealed record Instrument(
    string Archive, string Scan, string Laser, string Orientation, int Angle,
    double First, double Step, int Points, double Resolution, double Fluorescence)
{
    /// <summary>Name of the archive of oriented scans.</summary>
    public const string Oriented = "excellent_oriented.zip";

    /// <summary>Name of the archive of unoriented scans.</summary>
    public const string Unoriented = "excellent_unoriented.zip";

    /// <summary>Name of the archive of low-resolution scans.</summary>
    public const string LowResolution = "LR-Raman.zip";

    private static readonly Instrument Green = new(Unoriented, "Raman", "532", "unoriented", 0, 130, 2.2, 540, 12, 1);
    private static readonly Instrument Red = new(Unoriented, "Raman", "780", "unoriented", 0, 140, 2.3, 500, 14, 0.4);
    private static readonly Instrument DeepRed = Red with { Laser = "785", First = 146, Points = 490, Fluorescence = 0.35 };
    private static readonly Instrument Blue = new(Oriented, "Raman", "514", "ccw", 0, 90, 2.4, 600, 13, 1.1);
    private static readonly Instrument Broad = new(LowResolution, "Broad_Scan", "532", "unoriented", 0, 104, 3.6, 400, 20, 1);

    /// <summary>How specimen <paramref name="number"/> was measured, at most <paramref name="scans"/> times.</summary>
    public static ImmutableArray<Instrument> Measuring(int number, int scans)
    {
        ImmutableArray<Instrument> all = (number % 6) switch
        {
            0 => [Green, Red, Blue, Blue with { Angle = 90 }, Broad],
            1 or 3 => [Green, DeepRed],
            2 => [Green, Red],
            _ => [Green],
        };
        return [.. all.Take(scans)];
    }
}
