using System.Globalization;

namespace RruffGeo.Demo;

/// <summary>Names a file as RRUFF did in 2019 or does in 2026 (SCIENCE 9.4).</summary>
internal static class MemberName
{
    /// <summary>The path of <paramref name="member"/> in its archive.</summary>
    public static string Of(DemoMember member, DemoParameters parameters)
    {
        var instrument = member.Instrument;
        var draws = DemoRandom.For(parameters.Seed, "name " + member.Label);
        var laser = member.Oddity == Oddity.OtherLaserInName ? "53" : instrument.Laser;
        string[] fields = member.Vintage2019
            ? [WithoutPunctuation(member.Specimen.Mineral.Name), Id(member) + "-3", instrument.Scan, laser,
               instrument.Angle.ToString(CultureInfo.InvariantCulture), instrument.Orientation,
               "Raman_Data_" + member.Kind, (1_000 + draws.Below(40_000)).ToString(CultureInfo.InvariantCulture)]
            : [member.Specimen.Mineral.Name, Id(member), instrument.Scan, laser,
               Broad(member) ? "0" : "", Broad(member) ? instrument.Orientation : "",
               "Raman_Data_" + (Broad(member) && member.Kind == "RAW" ? "Raw" : member.Kind),
               string.Create(CultureInfo.InvariantCulture, $"{draws.Next():x16}{(uint)draws.Next() & 0xFFFFFFFF:x8}{draws.Below(65536):x4}")];
        return string.Join("__", fields) + ".txt";
    }

    private static bool Broad(DemoMember member) => member.Instrument.Archive == Instrument.LowResolution;

    private static string Id(DemoMember member) => member.Oddity switch
    {
        Oddity.OtherIdInName => "altered",
        Oddity.FreeTextInName => member.Specimen.Id + "_laser_phase_change",
        _ => member.Specimen.Id,
    };

    private static string WithoutPunctuation(string name) => string.Concat(name.Where(char.IsLetterOrDigit));
}
