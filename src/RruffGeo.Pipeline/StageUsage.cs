namespace RruffGeo.Pipeline;

/// <summary>What a stage run used; kept with its result.</summary>
/// <param name="Took">Wall time.</param>
/// <param name="Processor">Processor time of the whole process meanwhile.</param>
/// <param name="PeakMemoryBytes">Most memory that the whole process held at once, bytes.</param>
/// <param name="SideBySide">Most stage runs that the process had under way at once, this one among them: only at 1 are time and memory this stage's own.</param>
public sealed record StageUsage(TimeSpan Took, TimeSpan Processor, long PeakMemoryBytes, int SideBySide);
