namespace RruffGeo.Pipeline.Worker;

/// <summary>Prints one line per event.</summary>
internal sealed class ConsoleObserver : IPipelineObserver
{
    public void Running(StageRequest request, string key, string reason) => Console.WriteLine($"running {request.Stage}: {reason}");

    public void Produced(StageRequest request, StageResult result) => Console.WriteLine($"{result.Verdict} {request.Stage} {result.LogicalDigest}");

    public void Waiting(StageRequest request, string holder) => Console.WriteLine($"waiting {request.Stage}: {holder}");

    public void Warned(string message) => Console.WriteLine($"warned {message}");
}
