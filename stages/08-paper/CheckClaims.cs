using System.Collections.Immutable;
using RruffGeo.Artifacts;
using RruffGeo.Presentation;
using RruffGeo.Presentation.Claims;
using RruffGeo.Presentation.Drawing;

namespace RruffGeo.Stages;

/// <summary>The claim ledger: the paper's numbers against themselves, then against this run.</summary>
internal static class CheckClaims
{
    /// <summary>Every check, ordered by claim; of one claim the check against the paper alone comes first.</summary>
    public static ImmutableArray<CheckedClaim> Of(PaperSources sources, TrainedModels models) =>
    [
        .. ArithmeticClaims.Check()
            .Concat(OnData(sources, CountClaims.Check(sources).Concat(ResultClaims.Check(sources)).Append(BiasClaim.Check(sources)).Concat(AcquisitionClaims.Check(sources)).Concat(LocalityClaims.Check(sources))))
            .Concat(NetworkClaims.Check(sources, models))
            .OrderBy(claim => claim.Id, StringComparer.Ordinal).ThenBy(claim => claim.Basis),
    ];

    /// <summary>Writes the ledger to <paramref name="path"/>.</summary>
    public static void Run(ImmutableArray<CheckedClaim> claims, DataOrigin origin, string path) => ParquetTable.Write(
        path,
        claims.Select(claim => new ClaimRow
        {
            Id = claim.Id,
            Section = claim.Section,
            Claim = claim.Statement,
            Printed = claim.Printed,
            Recomputed = claim.Recomputed,
            How = claim.How,
            Verdict = Verdicts.Words(claim.Verdict),
            Basis = ClaimBases.Words(claim.Basis),
            Artifact = claim.Artifact,
            Row = claim.Row,
            Evidence = claim.Evidence,
        }).ToList(),
        new SortedDictionary<string, string>(StringComparer.Ordinal) { ["data_origin"] = DataOrigins.Words(origin) });

    private static IEnumerable<CheckedClaim> OnData(PaperSources sources, IEnumerable<CheckedClaim> claims) => claims.Select(claim => claim with
    {
        Basis = ClaimBasis.Run,
        Verdict = sources.Origin == DataOrigin.Simulated ? Verdict.NotApplicable : claim.Verdict,
        Recomputed = sources.Origin == DataOrigin.Simulated ? $"{DataOrigins.Words(sources.Origin)}: {claim.Recomputed}" : claim.Recomputed,
        Evidence = $"{claim.Evidence} {ArchivesThere(sources)}",
    });

    // Which archives the paper used is not known, so whatever depends on archives says which were there.
    private static string ArchivesThere(PaperSources sources)
    {
        var names = string.Join(", ", sources.Archives.Select(a => a.Archive));
        return sources.KnownArchives.Count == 0
            ? $"Archives: {names}."
            : $"Archives: {names} ({Numerals.Of(sources.KnownArchives.Count(a => a.Files > 0))} of RRUFF's {Numerals.Of(sources.KnownArchives.Count)}, {Numerals.Of(sources.KnownArchives.Count(a => a.State == "pinned"))} of them whole).";
    }
}
