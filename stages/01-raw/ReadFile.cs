namespace RruffGeo.Stages;

/// <summary>What is remembered of a spectrum file that was read, to compare it with all others.</summary>
internal sealed record ReadFile
{
    public required string SpectrumId { get; init; }

    public required string Archive { get; init; }

    public required string Member { get; init; }

    /// <summary>Day of the archive's newest member, yyyy-mm-dd, so that ordinal order is order in time.</summary>
    public required string Vintage { get; init; }

    public required string Specimen { get; init; }

    public required string Mineral { get; init; }

    public required string Locality { get; init; }

    /// <summary>Acquisition and kind: what two files of one kind under one key share.</summary>
    public required string Key { get; init; }

    public required string DataDigest { get; init; }

    public static ReadFile Of(RawRow row, string vintage) => new()
    {
        SpectrumId = row.SpectrumId,
        Archive = row.Archive,
        Member = row.Member,
        Vintage = vintage,
        Specimen = row.Specimen,
        Mineral = row.Mineral,
        Locality = row.Locality,
        Key = $"{row.Acquisition}|{row.Kind}",
        DataDigest = row.DataDigest,
    };
}
