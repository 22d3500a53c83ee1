namespace RruffGeo.Pipeline;

/// <summary>Is told what the engine does; the host turns it into terminal output and event logs.</summary>
public interface IPipelineObserver
{
    /// <summary>A stage is about to run, because of <paramref name="reason"/> (first run, or the key parts that changed, old → new).</summary>
    void Running(StageRequest request, string key, string reason);

    /// <summary>An artifact is there.</summary>
    void Produced(StageRequest request, StageResult result);

    /// <summary>Another process holds the key's lock; called once per wait.</summary>
    void Waiting(StageRequest request, string holder);

    /// <summary>Something was wrong and was mended, such as a corrupt blob that was quarantined.</summary>
    void Warned(string message);
}
