namespace RruffGeo.Geography;

/// <summary>The grid on which a topology keeps its points: position = step × scale + origin, in degrees.</summary>
internal sealed record QuantisedGrid(double ScaleX, double ScaleY, double OriginX, double OriginY)
{
    /// <summary>Longitude of column <paramref name="step"/>.</summary>
    public double X(long step) => (step * ScaleX) + OriginX;

    /// <summary>Latitude of row <paramref name="step"/>.</summary>
    public double Y(long step) => (step * ScaleY) + OriginY;

    /// <summary>The column and row of a point; null if it does not lie on the grid to the last bit.</summary>
    public (long X, long Y)? Find(double x, double y)
    {
        var (column, row) = ((long)double.Round((x - OriginX) / ScaleX), (long)double.Round((y - OriginY) / ScaleY));
        return X(column) == x && Y(row) == y ? (column, row) : null;
    }
}
