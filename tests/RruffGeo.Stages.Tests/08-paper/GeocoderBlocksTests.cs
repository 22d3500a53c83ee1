using RruffGeo.Artifacts;

namespace RruffGeo.Stages.Tests;

public sealed class GeocoderBlocksTests
{
    [Fact]
    public void Live_geocoders_are_credited_and_their_failures_shown()
    {
        using var run = Run(
            new GeocodedLocality { Locality = "Binn", Geocoder = "Photon", Status = "found" },
            new GeocodedLocality { Locality = "Oruro <b>", Geocoder = "Nominatim", Status = "failed", Why = "Nominatim: HTTP 503 (overloaded); 3 tries" });

        var report = run.Read("report.html");

        Assert.Contains("Answers of Photon: © OpenStreetMap contributors, ODbL 1.0.", report, StringComparison.Ordinal);
        Assert.Contains("1 of 2 localities have no answer from a geocoder.", report, StringComparison.Ordinal);
        Assert.Contains("“Oruro &lt;b&gt;”: Nominatim: HTTP 503 (overloaded); 3 tries.", report, StringComparison.Ordinal);
    }

    [Fact]
    public void A_run_on_the_gazetteer_owes_nothing_to_live_geocoders()
    {
        using var run = Run(new GeocodedLocality { Locality = "Peru", Geocoder = "Gazetteer", Status = "found" });

        var report = run.Read("report.html");

        Assert.DoesNotContain("OpenStreetMap", report, StringComparison.Ordinal);
        Assert.DoesNotContain("have no answer from a geocoder", report, StringComparison.Ordinal);
    }

    private static MiniRun Run(params GeocodedLocality[] localities)
    {
        var run = new MiniRun();
        ParquetTable.Write(Path.Combine(Path.GetDirectoryName(run.Destination)!, "geocoded.parquet"), localities);
        run.WritePaper();
        return run;
    }
}
