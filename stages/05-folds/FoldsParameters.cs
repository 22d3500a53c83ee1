namespace RruffGeo.Stages;

/// <summary>How spectra are divided into folds (stage 05; paper B.1).</summary>
public sealed record FoldsParameters
{
    /// <summary>Number of folds k (paper: 5).</summary>
    public int Folds { get; init; } = 5;

    /// <summary>Seed of the shuffle of the row protocol, ≥ 0. Paper: not stated; 42 as most code has it.</summary>
    public int Seed { get; init; } = 42;

    /// <summary>True: fold labels are shuffled in the row protocol; false: rows in file-name order (SCIENCE section 3, readings 1 and 2).</summary>
    public bool Shuffle { get; init; } = true;

    /// <summary>Rows a country must have to be a class (paper 5.1: 2).</summary>
    public int MinimumRows { get; init; } = 2;

    /// <summary>Specimens a country must have to be a class. Paper: not asked for; 5 gives every fold a specimen (SCIENCE section 3).</summary>
    public int MinimumSpecimens { get; init; } = 1;

    /// <summary>Protocols to assign, comma-separated: row, row-unshuffled, twin, specimen, locality, species.</summary>
    public string Protocols { get; init; } = "row,specimen";

    /// <summary>Throws if the values contradict each other; called once, before any stage runs.</summary>
    public void Validate()
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(Folds, 2);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(Folds, 100);
        ArgumentOutOfRangeException.ThrowIfLessThan(MinimumRows, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(MinimumSpecimens, 1);
        ArgumentOutOfRangeException.ThrowIfNegative(Seed);
        foreach (var protocol in Protocols.Split(','))
            if (protocol is not ("row" or "row-unshuffled" or "twin" or "specimen" or "locality" or "species"))
                throw new ArgumentOutOfRangeException(nameof(Protocols), protocol, "Expected row, row-unshuffled, twin, specimen, locality or species, separated by commas.");
    }
}
