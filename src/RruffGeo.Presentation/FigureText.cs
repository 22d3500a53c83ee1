namespace RruffGeo.Presentation;

/// <summary>The words that belong to a figure.</summary>
/// <param name="Title">Title line inside the figure.</param>
/// <param name="Subtitle">Second line, in smaller type; may be empty.</param>
/// <param name="Description">What the figure shows, for those who hear it.</param>
/// <param name="Origin">Where its numbers come from.</param>
public sealed record FigureText(string Title, string Subtitle, string Description, DataOrigin Origin);
