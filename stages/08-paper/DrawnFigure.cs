using RruffGeo.Presentation.Drawing;

namespace RruffGeo.Stages;

/// <summary>A figure of the paper with its words.</summary>
/// <param name="Id">File name without ending, such as <c>figure-1-map</c>.</param>
/// <param name="Caption">Caption in the report.</param>
/// <param name="Picture">What is drawn.</param>
internal sealed record DrawnFigure(string Id, string Caption, Picture Picture);
