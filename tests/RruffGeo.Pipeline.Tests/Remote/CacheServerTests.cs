namespace RruffGeo.Pipeline.Tests.Remote;

public sealed class CacheServerTests
{
    /// <summary>A server that nobody asked anything is ended while it may still be about to wait for its first request: once that never ended.</summary>
    [Fact]
    public async Task A_server_ends_however_soon_after_its_beginning()
    {
        var ended = Task.Run(() =>
        {
            for (var i = 0; i < 500; i++)
                new CacheServer().Dispose();
        }, TestContext.Current.CancellationToken);
        await ended.WaitAsync(TimeSpan.FromSeconds(60), TestContext.Current.CancellationToken);
    }
}
