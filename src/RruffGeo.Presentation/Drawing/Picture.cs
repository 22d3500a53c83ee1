using System.Collections.Immutable;

namespace RruffGeo.Presentation.Drawing;

/// <summary>A finished drawing: the one list of marks behind the SVG and the PNG, which therefore agree.</summary>
/// <param name="Title">Name for those who hear the picture.</param>
/// <param name="Description">What it shows, for those who hear it.</param>
/// <param name="Width">Width, 1/96 inch.</param>
/// <param name="Height">Height, 1/96 inch.</param>
/// <param name="Marks">Marks from back to front.</param>
public sealed record Picture(string Title, string Description, double Width, double Height, ImmutableArray<Mark> Marks);
