namespace RruffGeo.Stages;

/// <summary>How tables, figures and report are laid out (stage 08).</summary>
public sealed record PaperParameters
{
    /// <summary>Title on the report's first page.</summary>
    public string Title { get; init; } = "From Spectra to Geography, rebuilt";

    /// <summary>Throws if the values contradict each other; called once, before any stage runs.</summary>
    public void Validate() => ArgumentException.ThrowIfNullOrWhiteSpace(Title);
}
