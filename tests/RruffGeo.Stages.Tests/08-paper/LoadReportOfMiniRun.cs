using RruffGeo.Artifacts;

namespace RruffGeo.Stages.Tests;

/// <summary>What stage 01 would have reported of the archive of <see cref="MiniRun"/>.</summary>
internal static class LoadReportOfMiniRun
{
    public static void Write(string folder, DataKind kind)
    {
        string At(string name) => Path.Combine(folder, name);
        ParquetTable.Write(At("known-archives.parquet"), kind == DataKind.Simulated ? [] : new List<KnownArchive>
        {
            new() { Archive = "LR-Raman.zip", State = "missing", PinnedSha256 = new string('b', 64), PinnedBytes = 10, PinnedFiles = 75 },
            new() { Archive = "mini.zip", State = "other", PinnedSha256 = new string('c', 64), Sha256 = new string('a', 64), PinnedBytes = 1000, PinnedFiles = 25, Files = 25 },
        });
        ParquetTable.Write(At("diagnostics.parquet"), new List<DiagnosticCount>
        {
            new() { Archive = "mini.zip", Outcome = "read", Code = "html-entities", Files = 3 },
            new() { Archive = "mini.zip", Outcome = "rejected", Code = "constant-intensity", Files = 1 },
        });
        ParquetTable.Write(At("axes.parquet"), new List<AxisReport>
        {
            new() { Archive = "mini.zip", Spectra = 24, Lowest = 150, Highest = 1145, FewestPoints = 200, MedianPoints = 200, MostPoints = 200, MedianStep = 5, Duplicated = 1 },
        });
        ParquetTable.Write(At("preferred.parquet"), new List<PreferredText>
        {
            new() { SpectrumId = "id02", Specimen = "R000001", Field = "mineral", Written = "Labradorite", Preferred = "Anorthite", Because = "specimen", WrittenVintage = "2019-11-15", PreferredVintage = "2026-03-19" },
            new() { SpectrumId = "id03", Specimen = "R000001", Field = "locality", Written = "<i>Sonora</i>", Preferred = "Sonora, Mexico", Because = "measurement", WrittenVintage = "2019-11-15", PreferredVintage = "2026-03-19" },
        });
        ParquetTable.Write(At("repeated.parquet"), new List<RepeatedMeasurement>
        {
            new() { DataDigest = "0123456789abcdef", SpectrumId = "id00", Archive = "mini.zip", Member = "0.txt", Specimen = "R000000", Mineral = "Quartz" },
            new() { DataDigest = "0123456789abcdef", SpectrumId = "id04", Archive = "mini.zip", Member = "4.txt", Specimen = "R000002", Mineral = "Albite" },
        });
    }
}
