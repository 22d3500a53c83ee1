namespace RruffGeo.Stages;

/// <summary>Compares spectra of different vintages: what is the same measurement, and whose texts are preferred (DATA: the newest vintage's, both kept).</summary>
internal static class VintageTexts
{
    /// <summary>The texts that a newer vintage has otherwise, in the order of <paramref name="files"/>.</summary>
    /// <remarks>
    /// Newer files with the same numbers decide, else newer files of the same specimen; of these those of the newest vintage that say anything; of several texts
    /// the one most files have, then the first in ordinal order.
    /// </remarks>
    public static IEnumerable<PreferredText> Prefer(IReadOnlyList<ReadFile> files)
    {
        if (files.Select(file => file.Vintage).Distinct().Count() < 2)
            yield break;
        var byNumbers = files.ToLookup(file => file.DataDigest, StringComparer.Ordinal);
        var bySpecimen = files.ToLookup(file => file.Specimen, StringComparer.Ordinal);
        foreach (var file in files)
            foreach (var (field, read) in (IEnumerable<(string, Func<ReadFile, string>)>)[("mineral", f => f.Mineral), ("locality", f => f.Locality)])
            {
                var because = "measurement";
                var newest = Newest(byNumbers[file.DataDigest], file, read);
                if (newest.Count == 0)
                    (because, newest) = ("specimen", Newest(bySpecimen[file.Specimen], file, read));
                if (newest.Count == 0)
                    continue;
                var preferred = newest.CountBy(read).OrderByDescending(text => text.Value).ThenBy(text => text.Key, StringComparer.Ordinal).First().Key;
                if (preferred != read(file))
                    yield return new PreferredText
                    {
                        SpectrumId = file.SpectrumId,
                        Specimen = file.Specimen,
                        Field = field,
                        Written = read(file),
                        Preferred = preferred,
                        Because = because,
                        WrittenVintage = file.Vintage,
                        PreferredVintage = newest[0].Vintage,
                    };
            }
    }

    /// <summary>The files whose numbers another file has under another name, group by group, each group newest first.</summary>
    public static IEnumerable<RepeatedMeasurement> Repeated(IEnumerable<ReadFile> files) => files
        .GroupBy(file => file.DataDigest, StringComparer.Ordinal)
        .Where(group => group.Skip(1).Any())
        .SelectMany(group => group.OrderByDescending(file => file.Vintage, StringComparer.Ordinal))
        .Select(file => new RepeatedMeasurement
        {
            DataDigest = file.DataDigest,
            SpectrumId = file.SpectrumId,
            Archive = file.Archive,
            Member = file.Member,
            Specimen = file.Specimen,
            Mineral = file.Mineral,
            Locality = file.Locality,
            Vintage = file.Vintage,
        });

    private static List<ReadFile> Newest(IEnumerable<ReadFile> candidates, ReadFile file, Func<ReadFile, string> read)
    {
        List<ReadFile> newest = [];
        foreach (var other in candidates.Where(other => string.CompareOrdinal(other.Vintage, file.Vintage) > 0 && read(other).Length > 0))
        {
            if (newest.Count > 0 && string.CompareOrdinal(other.Vintage, newest[0].Vintage) > 0)
                newest.Clear();
            if (newest.Count == 0 || other.Vintage == newest[0].Vintage)
                newest.Add(other);
        }

        return newest;
    }
}
