using Cake.Common.Build;
using Cake.Common.Build.GitHubActions;
using Cake.Core;
using Cake.Core.IO;

namespace RruffGeo.Build.Publishing;

/// <summary>Under GitHub Actions, hands what was published to the job: the summary to its page, the bundle to its artifacts. Elsewhere does nothing.</summary>
internal static class JobPage
{
    /// <summary>Appends <paramref name="summary"/> to the page and uploads the bundle at <paramref name="path"/>.</summary>
    /// <exception cref="CakeException">The bundle cannot be uploaded.</exception>
    public static void Take(ICakeContext context, string path, string summary, TextWriter output)
    {
        var actions = context.GitHubActions();
        if (!actions.IsRunningOnGitHubActions)
            return;
        if (actions.Environment.Runtime.StepSummary is null)
            output.WriteLine("warning: GITHUB_STEP_SUMMARY is not set: the job's page gets no summary.");
        else
            actions.Commands.SetStepSummary(summary);
        var name = NameOf(path, actions.Environment.Runner.OS);
        if (!actions.Environment.Runtime.IsRuntimeAvailable)
            throw new CakeException(
                $"{path} is written but cannot be uploaded: GitHub gives ACTIONS_RUNTIME_TOKEN, ACTIONS_RUNTIME_URL and ACTIONS_RESULTS_URL to actions only. "
                + "Hand them on before this step, as .github/workflows/ci.yml does.");
        try
        {
            actions.Commands.UploadArtifact(FilePath.FromString(path), name).GetAwaiter().GetResult();
        }
        catch (Exception fault) when (fault is HttpRequestException or CakeException or TaskCanceledException or UriFormatException)
        {
            throw new CakeException($"{path} is written, but uploading it as '{name}' failed: {fault.Message}");
        }

        output.WriteLine($"Uploaded   {name}");
    }

    /// <summary>Name of the artifact: jobs of one workflow run may publish the same run on different systems.</summary>
    private static string NameOf(string path, string system) =>
        string.IsNullOrWhiteSpace(system) ? System.IO.Path.GetFileNameWithoutExtension(path) : $"{System.IO.Path.GetFileNameWithoutExtension(path)}-{system}";
}
