namespace RruffGeo.Build.Arguments;

/// <summary>A value given to a parameter of a stage.</summary>
/// <param name="Name">Stage and parameter, such as <c>Models.Epochs</c>.</param>
/// <param name="Value">The value as text.</param>
/// <param name="Origin">Who says so, for messages: <c>--set</c> or the profile.</param>
internal sealed record Setting(string Name, string Value, string Origin);
