using System.Globalization;
using Cake.Core;
using RruffGeo.Artifacts;
using RruffGeo.Build.Arguments;
using RruffGeo.Build.Running;
using RruffGeo.Pipeline;
using RruffGeo.Pipeline.Publication;
using RruffGeo.Stages;

namespace RruffGeo.Build.Publishing;

/// <summary>What <c>Publish</c> and <c>VerifyBundle</c> do and print.</summary>
internal static class PublishRun
{
    private const double BytesOfMegabyte = 1e6;
    private const int DifferencesShown = 100;

    /// <summary>Writes the bundle of a finished run into its folder.</summary>
    /// <exception cref="CakeException">The run is not finished, a file is not as made, or holds what must not be published.</exception>
    public static void Write(ICakeContext context, PaperArguments arguments, TextWriter output)
    {
        var folder = arguments.RunFolder;
        try
        {
            var run = PublishedRun.Read(RunRecords.Read(PipelineStore.Open(arguments.Store), folder), folder);
            var bundle = Bundle.Of(run, Environment.GetEnvironmentVariable(Bundle.EpochVariable));
            var (path, digest) = bundle.Write(folder);
            output.WriteLine();
            if (run.Simulated)
                output.WriteLine(SimulatedNotice.Text);
            output.WriteLine($"Bundle     {path}");
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"           {bundle.Files.Length:N0} files, {new FileInfo(path).Length / BytesOfMegabyte:0.0} MB; no spectra"));
            output.WriteLine($"SHA-256    {digest}");
            output.WriteLine($"Check it   ./build.sh --target=VerifyBundle --bundle={path}");
            var paper = PaperFiles.Artifact.Open(Path.Combine(folder, PaperFiles.Artifact.Stage));
            var measured = MeasuredModels.Artifact.Open(Path.Combine(folder, MeasuredModels.Artifact.Stage));
            JobPage.Take(context, path, JobSummary.Of(run, paper.Claims, measured.Metrics, bundle.Name, digest), output);
        }
        catch (InvalidDataException fault)
        {
            throw new CakeException($"{fault.Message} No bundle was written.");
        }
    }

    /// <summary>Checks a bundle; needs neither store nor run.</summary>
    /// <exception cref="CakeException">It is none, or not as it was published.</exception>
    public static void Verify(string path, TextWriter output)
    {
        var name = Path.GetFileName(path);
        BundleVerification found;
        try
        {
            found = BundleVerification.Of(name, BundleReader.Read(path, BundleReader.Limits.Usual));
        }
        catch (Exception fault) when (fault is InvalidDataException or IOException or UnauthorizedAccessException)
        {
            throw new CakeException($"{path}: {fault.Message}");
        }

        using (var stream = File.OpenRead(path))
            output.WriteLine($"Bundle     {name}, SHA-256 {Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(stream))}");
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"Run        {found.Run}{(found.Simulated ? $". {SimulatedNotice.Text}" : "")}"));
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"Files      {found.Files:N0}, {found.Bytes / BytesOfMegabyte:0.0} MB"));
        foreach (var difference in found.Differences.Take(DifferencesShown))
            output.WriteLine($"  {difference}");
        if (found.Differences.Length > DifferencesShown)
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  … and {found.Differences.Length - DifferencesShown:N0} more"));
        if (found.Differences.Length > 0)
            throw new CakeException($"{name} is not as it was published: {(found.Differences.Length == 1 ? "one thing differs" : $"{found.Differences.Length} things differ")}, named above.");
        output.WriteLine("Sound      every file is as SHA256SUMS says; lock, manifests and provenance agree with the files and each other.");
    }
}
