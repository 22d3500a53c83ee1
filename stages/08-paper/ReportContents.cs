using System.Collections.Immutable;
using RruffGeo.Presentation.Checklists;
using RruffGeo.Presentation.Claims;
using RruffGeo.Presentation.Report;
using RruffGeo.Presentation.Tables;

namespace RruffGeo.Stages;

/// <summary>All that the report lays out.</summary>
/// <param name="Sources">The run's artifacts.</param>
/// <param name="Claims">The claim ledger.</param>
/// <param name="Tables">All tables.</param>
/// <param name="Figures">All figures.</param>
/// <param name="Cards">Cards and checklists.</param>
/// <param name="Spectra">The spectra of the viewer.</param>
/// <param name="Files">The artifacts' files and digests.</param>
internal sealed record ReportContents(
    PaperSources Sources, ImmutableArray<CheckedClaim> Claims, ImmutableArray<Table> Tables, ImmutableArray<DrawnFigure> Figures,
    ImmutableArray<Checklist> Cards, ImmutableArray<ViewedSpectrum> Spectra, ArtifactFiles Files);
