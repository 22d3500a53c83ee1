namespace RruffGeo.Evaluation;

/// <summary>Quotients of counts.</summary>
internal static class Ratio
{
    /// <summary>part / whole, and 0 for 0/0.</summary>
    public static double Of(double part, double whole) => whole == 0 ? 0 : part / whole;
}
