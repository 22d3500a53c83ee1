namespace RruffGeo.Geography;

/// <summary>What kind of answer an alias gives.</summary>
internal enum AliasKind
{
    /// <summary>One country, or one first-order unit of it.</summary>
    Is,

    /// <summary>The first target, unless the other fields speak for another one.</summary>
    FirstOf,

    /// <summary>Several targets; the other fields decide, or nobody.</summary>
    Several,

    /// <summary>A state that is gone, with its successors; the other fields decide, or nobody.</summary>
    Historic,

    /// <summary>No country at all; <see cref="PlaceAlias.Reason"/> says what the name stands for.</summary>
    None,
}

/// <summary>A country, or a first-order unit of it.</summary>
/// <param name="Country">NAME.</param>
/// <param name="Unit">Comparison key of the unit; null for the whole country.</param>
internal sealed record AliasTarget(string Country, string? Unit);

/// <summary>A line of <c>aliases.txt</c>.</summary>
/// <param name="Kind">What kind of answer it gives.</param>
/// <param name="Targets">Exactly one for <see cref="AliasKind.Is"/>, none for <see cref="AliasKind.None"/>, else two or more.</param>
/// <param name="Note">Why, for people.</param>
/// <param name="Reason">For <see cref="AliasKind.None"/>: what it stands for, such as <c>sea</c> or <c>unknown</c>; else empty.</param>
internal sealed record PlaceAlias(AliasKind Kind, IReadOnlyList<AliasTarget> Targets, string Note, string Reason = "");
