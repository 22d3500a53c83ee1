using RruffGeo.Pipeline;

namespace RruffGeo.Build.Housekeeping;

/// <summary>For targets that run no stage: prints warnings and nothing else.</summary>
/// <param name="output">Where they are printed.</param>
internal sealed class PrintedWarnings(TextWriter output) : IPipelineObserver
{
    public void Running(StageRequest request, string key, string reason)
    {
    }

    public void Produced(StageRequest request, StageResult result)
    {
    }

    public void Waiting(StageRequest request, string holder)
    {
    }

    public void Warned(string message) => output.WriteLine($"warning: {message}");
}
