using System.Collections.Immutable;

namespace RruffGeo.Presentation.Claims;

/// <summary>The claims that the paper's printed numbers and words decide alone: no data are read.</summary>
public static class ArithmeticClaims
{
    /// <summary>All checks, ordered by id.</summary>
    public static ImmutableArray<CheckedClaim> Check() =>
    [
        .. SectionThreeClaims.Check()
            .Concat(TableOneClaims.Check())
            .Concat(TableTwoClaims.Check())
            .Concat(TableThreeClaims.Check())
            .Concat(ValidationClaims.Check())
            .Concat(MethodClaims.Check())
            .Append(ParityClaim.Check())
            .OrderBy(claim => claim.Id, StringComparer.Ordinal),
    ];
}
