namespace RruffGeo.Demo;

/// <summary>A spectrum file of the corpus before it is written.</summary>
/// <param name="Specimen">What was measured.</param>
/// <param name="Instrument">How.</param>
/// <param name="Kind"><c>RAW</c> or <c>Processed</c>.</param>
/// <param name="Oddity">What is odd about the file.</param>
internal sealed record DemoMember(DemoSpecimen Specimen, Instrument Instrument, string Kind, Oddity Oddity)
{
    /// <summary>Whether stage 01 is meant to reject it.</summary>
    public bool Rejected => Oddity is Oddity.TextOnly or Oddity.NoData or Oddity.ConstantIntensity;

    /// <summary>True for the file names and headers of 2019, false for those of 2026.</summary>
    public bool Vintage2019 => Instrument.Archive == Instrument.Oriented;

    /// <summary>Names the file among all others; what it draws depends on it.</summary>
    public string Label => $"{Specimen.Id} {Instrument.Archive} {Instrument.Laser} {Instrument.Angle} {Kind} {Oddity}";

    /// <summary>Every spectrum file of the corpus, by specimen, instrument and kind; rejected ones last.</summary>
    public static DemoMember[] All(DemoParameters parameters)
    {
        var sound =
            from specimen in DemoSpecimen.All(parameters)
            from instrument in Instrument.Measuring(specimen.Number, parameters.Scans)
            from kind in Kinds(instrument, parameters)
            select new DemoMember(specimen, instrument, kind, Oddity.None);
        return Oddities.SpreadOver([.. sound]);
    }

    /// <summary>RRUFF's oriented archive of 2019 holds Processed files alone.</summary>
    private static string[] Kinds(Instrument instrument, DemoParameters parameters) =>
        parameters.Kinds == DemoKinds.ProcessedOnly || instrument.Archive == Instrument.Oriented
            ? ["Processed"]
            : ["RAW", "Processed"];
}
