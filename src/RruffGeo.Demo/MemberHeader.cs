using System.Text;

namespace RruffGeo.Demo;

/// <summary>Writes the <c>##KEY=value</c> lines of a file; every file says that it is simulated.</summary>
internal static class MemberHeader
{
    private const string Simulated = "simulated spectrum of RruffGeo's demo corpus";

    /// <summary>Appends the header of <paramref name="member"/> with line ends of its archive.</summary>
    public static void Append(StringBuilder text, DemoMember member)
    {
        var end = member.Instrument.Archive == Instrument.LowResolution ? "\r\n" : "\n";
        foreach (var (key, value) in Lines(member))
            text.Append("##").Append(key).Append('=').Append(value).Append(end);
        if (!member.Vintage2019)
            text.Append(end);
    }

    private static IEnumerable<(string Key, string Value)> Lines(DemoMember member)
    {
        var specimen = member.Specimen;
        yield return ("NAMES", specimen.Mineral.Name);
        yield return ("RRUFFID", specimen.Id);
        yield return ("IDEAL CHEMISTRY", specimen.Mineral.Formula);
        yield return ("LOCALITY", specimen.Locality.Text);
        yield return ("OWNER", "RruffGeo demo corpus");
        yield return ("SOURCE", Simulated);
        yield return ("DESCRIPTION", member.Oddity == Oddity.Windows1252
            ? "Simulated, not measured: crystal drawn at 20 °C, Swedish label «Långban»"
            : "Simulated, not measured: crystal drawn from a table of band positions");
        yield return ("STATUS", "Simulated; this file identifies nothing");
        yield return ("URL", "simulated/" + specimen.Id);
        if (member.Vintage2019)
        {
            yield return ("PIN_ID", "");
            yield return ("ORIENTATION", member.Oddity == Oddity.ContinuedValue
                ? "Laser parallel to a (simulated).\nFiducial mark perpendicular to laser is parallel to c"
                : "Laser parallel to a (simulated). Fiducial mark perpendicular to laser is parallel to c");
            yield break;
        }

        if (member.Oddity == Oddity.RepeatedKey)
        {
            yield return ("CELL PARAMETERS", "a: 4.9 b: 4.9 c: 5.4 (simulated)");
            yield return ("CELL PARAMETERS", "a: 5.0 b: 5.0 c: 17.1 (simulated)");
        }

        yield return ("FILETYPE", "Raman " + member.Kind);
        yield return ("RAMAN WAVELENGTH", member.Instrument.Laser);
    }
}
