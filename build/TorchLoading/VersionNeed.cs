namespace RruffGeo.TorchLoading;

/// <summary>One entry of <c>.gnu.version_r</c>: a version that some other library must offer.</summary>
/// <param name="Library">The library it is asked of, such as <c>libstdc++.so.6</c>.</param>
/// <param name="Version">Name of the version, such as <c>GLIBCXX_3.4.32</c>.</param>
/// <param name="Index">Number by which <c>.gnu.version</c> refers to it.</param>
/// <param name="IsWeak">True: the loader goes on without it.</param>
/// <param name="FlagsOffset">Where its 16 bits of flags lie in the file.</param>
internal sealed record VersionNeed(string Library, string Version, int Index, bool IsWeak, long FlagsOffset)
{
    /// <summary>The flag <c>VER_FLG_WEAK</c>.</summary>
    public const ushort WeakFlag = 2;

    private const int MostEntries = 10_000;

    /// <summary>All version needs of <paramref name="image"/>, in file order.</summary>
    public static IReadOnlyList<VersionNeed> Of(Elf64Image image)
    {
        if (image.Dynamic(DynamicTag.VersionNeeds) is not { } address)
            return [];
        var (needs, file) = (new List<VersionNeed>(), image.OffsetOf(address));
        for (var left = image.Needed(DynamicTag.VersionNeedCount); left > 0; left--)
        {
            var (library, entry) = (image.Text(image.UInt32(file + 4)), file + image.UInt32(file + 8));
            for (int entries = image.UInt16(file + 2); entries > 0; entries--)
            {
                var flags = image.UInt16(entry + 4);
                needs.Add(new VersionNeed(
                    library, image.Text(image.UInt32(entry + 8)), image.UInt16(entry + 6) & 0x7fff, (flags & WeakFlag) != 0, entry + 4));
                if (needs.Count > MostEntries)
                    throw image.Malformed($"more than {MostEntries} version needs");
                entry += image.UInt32(entry + 12);
            }

            var next = image.UInt32(file + 12);
            if (next == 0 && left > 1)
                throw image.Malformed($"the version needs end {left - 1} files early");
            file += next;
        }

        return needs;
    }

    /// <summary>All versions that <paramref name="image"/> offers (<c>.gnu.version_d</c>).</summary>
    public static IReadOnlySet<string> OfferedBy(Elf64Image image)
    {
        var offered = new HashSet<string>(StringComparer.Ordinal);
        if (image.Dynamic(DynamicTag.VersionDefinitions) is not { } address)
            return offered;
        var at = image.OffsetOf(address);
        for (var left = Math.Min(image.Needed(DynamicTag.VersionDefinitionCount), MostEntries); left > 0; left--)
        {
            offered.Add(image.Text(image.UInt32(at + image.UInt32(at + 12))));
            at += image.UInt32(at + 16);
        }

        return offered;
    }
}
