namespace RruffGeo.TorchLoading;

/// <summary>The dynamic entries that matter here, with their values of the ABI.</summary>
internal enum DynamicTag : long
{
    /// <summary>Address of the dynamic string table.</summary>
    StringTable = 5,

    /// <summary>Address of the dynamic symbol table.</summary>
    SymbolTable = 6,

    /// <summary>Address of the relocations with addends.</summary>
    Relocations = 7,

    /// <summary>Their length, bytes.</summary>
    RelocationsSize = 8,

    /// <summary>Length of the dynamic string table, bytes.</summary>
    StringTableSize = 10,

    /// <summary>Length of the relocations of the procedure linkage table, bytes.</summary>
    JumpRelocationsSize = 2,

    /// <summary>Address of the relocations of the procedure linkage table.</summary>
    JumpRelocations = 23,

    /// <summary>Address of the version index of each symbol (<c>.gnu.version</c>).</summary>
    SymbolVersions = 0x6ffffff0,

    /// <summary>Address of the versions that the library offers (<c>.gnu.version_d</c>).</summary>
    VersionDefinitions = 0x6ffffffc,

    /// <summary>Number of versions offered.</summary>
    VersionDefinitionCount = 0x6ffffffd,

    /// <summary>Address of the versions that the library asks for (<c>.gnu.version_r</c>).</summary>
    VersionNeeds = 0x6ffffffe,

    /// <summary>Number of files that versions are asked of.</summary>
    VersionNeedCount = 0x6fffffff,
}
