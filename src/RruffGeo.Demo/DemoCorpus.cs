using System.Text;

namespace RruffGeo.Demo;

/// <summary>
/// The simulated corpus: archives named and written as RRUFF's are, so that the pipeline runs without RRUFF's data and its
/// leakage audit meets a leak of known size. Nothing in it was measured, and every file says so.
/// </summary>
public static class DemoCorpus
{
    /// <summary>Writes the archives into <paramref name="folder"/>, replacing those that are there; equal parameters give equal bytes on every platform.</summary>
    /// <param name="folder">Made if it does not exist.</param>
    /// <param name="parameters">What the corpus holds.</param>
    /// <param name="cancellation">Checked once per spectrum file.</param>
    /// <exception cref="ArgumentOutOfRangeException">A parameter is outside its range.</exception>
    public static void Write(string folder, DemoParameters parameters, CancellationToken cancellation)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(folder);
        ArgumentNullException.ThrowIfNull(parameters);
        parameters.Validate();
        Directory.CreateDirectory(folder);
        foreach (var archive in DemoMember.All(parameters).GroupBy(member => member.Instrument.Archive))
        {
            var members = archive.ToArray();
            DemoRandom.For(parameters.Seed, "order " + archive.Key).Shuffle(members);      // RRUFF's entries are not sorted either
            var path = Path.Combine(folder, archive.Key);
            using (var file = File.Create(path + ".partial"))
                StoredZip.Write(file, Contents(members, parameters, cancellation));
            File.Move(path + ".partial", path, overwrite: true);
        }
    }

    private static IEnumerable<(string Path, byte[] Content)> Contents(
        DemoMember[] members, DemoParameters parameters, CancellationToken cancellation)
    {
        yield return ("readme.txt", Encoding.UTF8.GetBytes("Simulated spectra of RruffGeo's demo corpus. Nothing here was measured.\n"));
        foreach (var member in members)
        {
            cancellation.ThrowIfCancellationRequested();
            var measurement = Measurement.Of(member.Specimen, member.Instrument, parameters);
            yield return (MemberName.Of(member, parameters), MemberText.Of(member, measurement));
        }

        yield return ("__MACOSX/._readme.txt", [0, 5, 22, 7, 0, 2, 0, 0]);
    }
}
