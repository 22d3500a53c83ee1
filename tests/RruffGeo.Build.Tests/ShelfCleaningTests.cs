using System.Collections.Immutable;
using RruffGeo.Build.Housekeeping;
using RruffGeo.Pipeline.Upkeep;

namespace RruffGeo.Build.Tests;

public sealed class ShelfCleaningTests : IDisposable
{
    private static readonly TimeSpan month = TimeSpan.FromDays(30);
    private readonly string shelf = Directory.CreateTempSubdirectory("shelf-").FullName;
    private readonly string needed = new('1', 64);
    private readonly string other = new('2', 64);

    public void Dispose() => Directory.Delete(shelf, recursive: true);

    [Fact]
    public void An_old_archive_goes_unless_a_result_that_stays_was_made_of_it()
    {
        var (kept, gone, young, partial) = (Put(needed, 40), Put(other, 40), Put(new('3', 64), 1), Put("partial", 40));
        var note = Path.Combine(shelf, "raman.zip.drift.json");
        File.WriteAllText(note, "{}");

        var dry = ShelfCleaning.Run(shelf, ImmutableHashSet.Create(needed), month, CollectionMode.DryRun);
        Assert.All((string[])[kept, gone, young, partial], path => Assert.True(File.Exists(path)));
        var wet = ShelfCleaning.Run(shelf, ImmutableHashSet.Create(needed), month, CollectionMode.Delete);

        Assert.Equal((14L, 14L), (dry.Bytes, wet.Bytes));
        Assert.Equal(["raman.zip", "raman.zip"], wet.Names);
        Assert.Equal([true, false, true, false, true], ((string[])[kept, gone, young, partial, note]).Select(File.Exists));
        Assert.False(Directory.Exists(Path.Combine(shelf, other)));
    }

    [Fact]
    public void Without_a_shelf_there_is_nothing_to_take_from_it() =>
        Assert.Equal(0, ShelfCleaning.Run(Path.Combine(shelf, "none"), ImmutableHashSet<string>.Empty, month, CollectionMode.Delete).Bytes);

    private string Put(string folder, int days)
    {
        var path = Path.Combine(Directory.CreateDirectory(Path.Combine(shelf, folder)).FullName, "raman.zip");
        File.WriteAllText(path, "archive");
        File.SetLastWriteTimeUtc(path, DateTime.UtcNow.AddDays(-days));
        return path;
    }
}
