namespace RruffGeo.Evaluation;

/// <summary>What gives a score to calibrate with.</summary>
public enum CalibrationUnit
{
    /// <summary>Every row, as if rows were exchangeable.</summary>
    Row,

    /// <summary>Every specimen: the median score of its rows.</summary>
    Specimen,
}
