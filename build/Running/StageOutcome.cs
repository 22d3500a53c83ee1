using RruffGeo.Pipeline;

namespace RruffGeo.Build.Running;

/// <summary>A stage or branch, and how its artifact came to be there.</summary>
/// <param name="Request">The stage run.</param>
/// <param name="Result">What came of it.</param>
internal sealed record StageOutcome(StageRequest Request, StageResult Result);
