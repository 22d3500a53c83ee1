using System.Collections.Immutable;

namespace RruffGeo.Demo;

/// <summary>Decides which files of the corpus are odd, and how.</summary>
internal static class Oddities
{
    private static readonly ImmutableArray<(string Archive, Oddity Oddity)> Readable =
    [
        (Instrument.LowResolution, Oddity.Windows1252),
        (Instrument.Unoriented, Oddity.ByteOrderMark),
        (Instrument.LowResolution, Oddity.MissingEnd),
        (Instrument.LowResolution, Oddity.TabSeparated),
        (Instrument.Unoriented, Oddity.TabSeparated),
        (Instrument.Unoriented, Oddity.BlankSeparated),
        (Instrument.LowResolution, Oddity.CommentLines),
        (Instrument.LowResolution, Oddity.ColumnTitles),
        (Instrument.Unoriented, Oddity.RowWithoutValue),
        (Instrument.Unoriented, Oddity.NotANumber),
        (Instrument.Oriented, Oddity.DuplicatedWavenumbers),
        (Instrument.Oriented, Oddity.DecreasingWavenumbers),
        (Instrument.LowResolution, Oddity.UnorderedWavenumbers),
        (Instrument.Unoriented, Oddity.OtherIdInName),
        (Instrument.Unoriented, Oddity.OtherLaserInName),
        (Instrument.Oriented, Oddity.FreeTextInName),
        (Instrument.Unoriented, Oddity.RepeatedKey),
        (Instrument.Oriented, Oddity.ContinuedValue),
    ];

    private static readonly ImmutableArray<Oddity> Rejected = [Oddity.TextOnly, Oddity.NoData, Oddity.ConstantIntensity];

    /// <summary>
    /// Gives each oddity to a file of its archive, evenly spread, and appends the files that are to be rejected. An archive that the
    /// corpus does not hold takes its oddities with it.
    /// </summary>
    public static DemoMember[] SpreadOver(DemoMember[] members)
    {
        foreach (var archive in Readable.GroupBy(entry => entry.Archive))
        {
            var places = Enumerable.Range(0, members.Length).Where(i => members[i].Instrument.Archive == archive.Key).ToArray();
            var kinds = archive.Select(entry => entry.Oddity).ToArray();
            for (var i = 0; i < kinds.Length && places.Length >= kinds.Length; i++)
            {
                var place = places[places.Length * i / kinds.Length];
                members[place] = members[place] with { Oddity = kinds[i] };
            }
        }

        return [.. members, .. Rejected.Select((oddity, i) => members[i] with { Kind = "Processed", Oddity = oddity })];
    }
}
