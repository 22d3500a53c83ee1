namespace RruffGeo.Models;

/// <summary>What is done with a tile of a product as soon as it is there, and so still in the first cache.</summary>
internal unsafe interface ITileFinish
{
    /// <summary>Takes a tile.</summary>
    /// <param name="tile">Its first value; its rows lie as in the product's target.</param>
    /// <param name="panel">Number of its panel.</param>
    /// <param name="row">Its first row.</param>
    /// <param name="rows">Number of its rows.</param>
    void Run(float* tile, int panel, int row, int rows);
}

/// <summary>Nothing.</summary>
internal readonly unsafe struct NoFinish : ITileFinish
{
    /// <inheritdoc/>
    public void Run(float* tile, int panel, int row, int rows)
    {
    }
}
