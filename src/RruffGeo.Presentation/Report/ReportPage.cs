using System.Collections.Immutable;

namespace RruffGeo.Presentation.Report;

/// <summary>A section of a report.</summary>
/// <param name="Id">Anchor: lower-case letters and hyphens.</param>
/// <param name="Heading">Its heading.</param>
/// <param name="Blocks">What it holds.</param>
public sealed record Section(string Id, string Heading, ImmutableArray<Block> Blocks);

/// <summary>A whole report.</summary>
/// <param name="Title">Title.</param>
/// <param name="Lead">What was run on what, in a sentence or two.</param>
/// <param name="Origin">Where its numbers come from; simulated data put a banner on every section.</param>
/// <param name="First">The first screen.</param>
/// <param name="Sections">What follows.</param>
public sealed record ReportPage(string Title, string Lead, DataOrigin Origin, ImmutableArray<Block> First, ImmutableArray<Section> Sections);
