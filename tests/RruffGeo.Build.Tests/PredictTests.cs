namespace RruffGeo.Build.Tests;

public sealed class PredictTests
{
    [Fact]
    public void A_prediction_needs_a_spectrum_that_exists() => Assert.Multiple(
        () => Assert.Equal("--target=Predict needs a spectrum: --spectrum=FILE, in RRUFF's format, as a text table, JCAMP-DX or SPC.", Typed.Mistakes("target=Predict")),
        () => Assert.StartsWith("--spectrum: ", Typed.Mistakes("target=Predict", "spectrum=no-such.csv"), StringComparison.Ordinal),
        () => Assert.Equal("--spectrum and --protocol go with --target=Predict. Add it, or leave them out.", Typed.Mistakes("target=Paper", "protocol=row")));

    [Fact]
    public void Any_run_may_be_asked_whatever_corpus_it_is_of()
    {
        var spectrum = Path.GetTempFileName();

        Assert.Equal("rruff-quick", Typed.Arguments("target=Predict", $"spectrum={spectrum}", "run=rruff-quick").Run);
        Assert.Equal("demo", Typed.Arguments("target=Predict", $"spectrum={spectrum}").Run);
        File.Delete(spectrum);
    }

    [Theory]
    [InlineData("100,1\n101,2\n102,4\n103,3\n", "There is no run 'demo-none'; no run has trained networks yet.")]
    [InlineData("dear colleague", "q.csv: expected lines 'wavenumber, intensity' but found none; the text begins 'dear colleague'.")]
    public void What_cannot_be_predicted_ends_with_1_and_a_sentence(string content, string sentence)
    {
        var folder = Directory.CreateTempSubdirectory("rruffgeo-predict-");
        var spectrum = Path.Combine(folder.FullName, "q.csv");
        File.WriteAllText(spectrum, content);

        var run = HostRun.Of(
            "--target=Predict", $"--spectrum={spectrum}", "--run=demo-none", $"--outputs={folder.FullName}/outputs", $"--store={folder.FullName}/store");

        Assert.Equal(1, run.ExitCode);
        Assert.Contains(sentence, run.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", run.Output, StringComparison.Ordinal);
        folder.Delete(recursive: true);
    }
}
