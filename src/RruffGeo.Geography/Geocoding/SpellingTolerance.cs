namespace RruffGeo.Geography;

/// <summary>Names one slip of the pen apart: a letter too many, too few, another one, or two neighbours changed over.</summary>
internal static class SpellingTolerance
{
    /// <summary>Keys shorter than this are too alike by chance.</summary>
    public const int ShortestKey = 7;

    /// <summary>True if <paramref name="written"/> and <paramref name="meant"/> differ, by one slip that leaves the first letter alone, and both are long enough.</summary>
    public static bool IsOneSlip(string written, string meant)
    {
        if (int.Min(written.Length, meant.Length) < ShortestKey || int.Abs(written.Length - meant.Length) > 1 || written[0] != meant[0] || written == meant)
            return false;
        var first = 0;
        while (first < int.Min(written.Length, meant.Length) && written[first] == meant[first])
            first++;
        var restWritten = written.AsSpan(first);
        var restMeant = meant.AsSpan(first);
        if (restWritten.Length > restMeant.Length)
            return restWritten[1..].SequenceEqual(restMeant);
        if (restWritten.Length < restMeant.Length)
            return restMeant[1..].SequenceEqual(restWritten);
        return restWritten[1..].SequenceEqual(restMeant[1..])
            || (restWritten.Length > 1 && restWritten[0] == restMeant[1] && restWritten[1] == restMeant[0] && restWritten[2..].SequenceEqual(restMeant[2..]));
    }
}
