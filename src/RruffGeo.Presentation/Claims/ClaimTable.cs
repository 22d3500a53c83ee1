using System.Collections.Immutable;
using RruffGeo.Presentation.Tables;

namespace RruffGeo.Presentation.Claims;

/// <summary>The claim ledger as a table.</summary>
public static class ClaimTable
{
    /// <summary>One row per check, in the order given.</summary>
    public static Table Of(ImmutableArray<CheckedClaim> claims, DataOrigin origin) => new(
        "claims", "Claim ledger", origin,
        [
            Words("Claim", "id"), Words("Where", "section"), Words("What", "claim"), Words("Printed", "printed"), Words("How checked", "how"), Words("Recomputed", "recomputed"),
            Words("Verdict", "verdict"), Words("Checked against", "basis"), Words("Artifact", "artifact"), Words("Row", "row"), Words("Evidence", "evidence"),
        ],
        [
            .. claims.Select(c => ImmutableArray.Create(
                Cell.Of(c.Id), Cell.Of(c.Section), Cell.Of(c.Statement), Cell.Of(c.Printed), Cell.Of(c.How), Cell.Of(c.Recomputed), Cell.Of(Verdicts.Words(c.Verdict)),
                Cell.Of(ClaimBases.Words(c.Basis)), Cell.Of(c.Artifact), Cell.Of(c.Row), Cell.Of(c.Evidence))),
        ]);

    private static Column Words(string title, string name) => new(title, name, CellKind.Text);
}
