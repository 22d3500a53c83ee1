using System.Text;

namespace RruffGeo.Demo;

/// <summary>Writes a spectrum file, oddity and all.</summary>
internal static class MemberText
{
    /// <summary>The bytes of <paramref name="member"/>.</summary>
    public static byte[] Of(DemoMember member, Measurement measurement)
    {
        var text = new StringBuilder(24 * measurement.Wavenumbers.Length + 1024);
        if (member.Oddity == Oddity.ByteOrderMark)
            text.Append('\uFEFF');
        MemberHeader.Append(text, member);
        AppendData(text, member, Points(member, measurement));
        text.Append(member.Oddity == Oddity.MissingEnd ? "\n\n\n" : "##END=\n\n\n\n");
        var encoding = member.Oddity == Oddity.Windows1252 ? Encoding.Latin1 : Encoding.UTF8;      // equal but for 0x80 … 0x9F
        return encoding.GetBytes(text.ToString());
    }

    private static void AppendData(StringBuilder text, DemoMember member, List<(double X, double Y)> points)
    {
        var end = member.Vintage2019 ? "\r\n" : "\n";
        if (member.Oddity == Oddity.TextOnly)
            text.Append("The spectrum of this specimen was never measured;").Append(end).Append("this text stands where numbers are expected.").Append(end);
        if (member.Oddity == Oddity.CommentLines)
            text.Append("# Laser (nm): 532 (simulated)").Append(end).Append("# Acq. time (s): 10").Append(end);
        if (member.Oddity == Oddity.ColumnTitles)
            text.Append("Wave,Intensity").Append(end);

        var exponential = member.Instrument.Archive == Instrument.LowResolution && member.Kind == "RAW";
        Action<StringBuilder, double> append = exponential ? DataNumber.AppendExponential : DataNumber.AppendFixed;
        var separator = member.Oddity switch { Oddity.TabSeparated => "\t", Oddity.BlankSeparated => "   ", _ => ", " };
        for (var i = 0; i < points.Count; i++)
        {
            append(text, points[i].X);
            text.Append(separator);
            if (i == points.Count / 2 && member.Oddity is Oddity.RowWithoutValue or Oddity.NotANumber)
                text.Append(member.Oddity == Oddity.NotANumber ? "NaN" : "-");
            else
                append(text, points[i].Y);
            text.Append(end);
        }
    }

    private static List<(double X, double Y)> Points(DemoMember member, Measurement measurement)
    {
        var intensities = member.Kind == "RAW" ? measurement.Raw : measurement.Processed;
        List<(double X, double Y)> points = [.. measurement.Wavenumbers.Zip(intensities)];
        switch (member.Oddity)
        {
            case Oddity.TextOnly or Oddity.NoData:
                return [];
            case Oddity.ConstantIntensity:
                return [.. points.Select(point => (point.X, 100.0))];
            case Oddity.DuplicatedWavenumbers:
                return [.. points.SelectMany(point => new[] { point, point })];
            case Oddity.DecreasingWavenumbers:
                points.Reverse();
                return points;
            case Oddity.UnorderedWavenumbers:
                return [.. points[..20], .. points[40..60], .. points[20..40], .. points[60..]];
            default:
                return points;
        }
    }
}
