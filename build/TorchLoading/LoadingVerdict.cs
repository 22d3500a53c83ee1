namespace RruffGeo.TorchLoading;

/// <summary>Whether a library loads beside the system's libstdc++, and what is to be done.</summary>
/// <param name="Kind">What was found.</param>
/// <param name="Reason">One sentence for the build log.</param>
/// <param name="FlagsOffset">For <see cref="VerdictKind.LoadsWhenWeak"/>, where the flags lie that must get <c>VER_FLG_WEAK</c>.</param>
internal sealed record LoadingVerdict(VerdictKind Kind, string Reason, long FlagsOffset = 0)
{
    /// <summary>The C++ runtime whose versions are compared.</summary>
    public const string Runtime = "libstdc++.so.6";

    /// <summary>The marker by which libstdc++ 13 says that its streams are initialised in the library; nothing ever refers to its address.</summary>
    public const string Marker = "_ZSt21ios_base_library_initv";

    /// <summary>Compares what <paramref name="library"/> asks of libstdc++ with what <paramref name="offered"/> has.</summary>
    /// <remarks>
    /// A version that is missing stops the loader, whoever uses it. One flag may be set without changing what any code does if
    /// exactly one version is missing, exactly one symbol carries it, that symbol is the marker, and no relocation refers to it:
    /// then the loader never looks the symbol up, and the version need is all there is of it.
    /// </remarks>
    public static LoadingVerdict Of(Elf64Image library, IReadOnlySet<string> offered)
    {
        var missing = VersionNeed.Of(library).Where(need => need.Library == Runtime && !need.IsWeak && !offered.Contains(need.Version)).ToList();
        if (missing.Count == 0)
            return new(VerdictKind.Loads, $"the system's {Runtime} offers every version it asks for: nothing to do");
        var names = string.Join(", ", missing.Select(need => need.Version));
        var remedy = $"it needs a {Runtime} with {names} (GCC 13 or newer; on Debian and Ubuntu the package libstdc++6 of trixie or 24.04)";
        if (missing.Count > 1)
            return new(VerdictKind.CannotLoad, $"the system's {Runtime} lacks {names}; {remedy}");

        var versions = library.SymbolVersions();
        var users = Enumerable.Range(0, versions.Length).Where(i => versions[i] == missing[0].Index).ToList();
        if (users is not [var only] || library.SymbolName(only) != Marker)
            return new(VerdictKind.CannotLoad, $"the system's {Runtime} lacks {names}, which {users.Count} symbols use ({string.Join(", ", users.Take(3).Select(library.SymbolName))}); {remedy}");
        if (library.RelocatedSymbols().Contains(only))
            return new(VerdictKind.CannotLoad, $"the system's {Runtime} lacks {names}, and {Marker} is referred to; {remedy}");
        return new(
            VerdictKind.LoadsWhenWeak,
            $"the system's {Runtime} lacks {names}, whose only user is the marker {Marker}, which nothing refers to: VER_FLG_WEAK set on that need",
            missing[0].FlagsOffset);
    }
}

/// <summary>What was found.</summary>
internal enum VerdictKind
{
    /// <summary>It loads as it is.</summary>
    Loads,

    /// <summary>It loads once the flag is set.</summary>
    LoadsWhenWeak,

    /// <summary>It cannot load here, whatever is done.</summary>
    CannotLoad,
}
