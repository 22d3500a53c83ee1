namespace RruffGeo.Pipeline;

/// <summary>There is no earlier result that differs from the wanted one in its code alone.</summary>
/// <param name="message">Which stage, what else differs, and what to do.</param>
public sealed class AcceptanceRefusedException(string message) : Exception(message);
