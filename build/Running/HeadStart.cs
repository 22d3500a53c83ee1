using System.Reflection;
using System.Security.Cryptography;
using Cake.Core;
using RruffGeo.Build.Arguments;
using RruffGeo.Spectra;
using RruffGeo.Stages;

namespace RruffGeo.Build.Running;

/// <summary>Uses a second core while Cake starts: does once, for nothing, what every run is about to do, so that its code is compiled and its libraries are loaded by then.</summary>
/// <remarks>Looks at no argument, writes nothing and keeps nothing: what a run does and says does not depend on how far this came.</remarks>
internal static class HeadStart
{
    /// <summary>Begins, and does not wait.</summary>
    public static void Begin()
    {
        if (Environment.ProcessorCount > 1)
            new Thread(Run) { IsBackground = true }.Start();
    }

    /// <summary>What is done ahead.</summary>
    internal static void Rehearse()
    {
        var typed = new TypedArguments(new CakeArguments(Array.Empty<string>().ToLookup(name => name, StringComparer.OrdinalIgnoreCase)));
        var parameters = ParameterSet.Of([.. Profile.Read("quick"), TrainingDevice.Of(typed)], typed.Mistakes);
        BranchChoice.Of(typed, parameters.Folds);
        EngineArgumentReader.Read(typed);
        _ = SHA256.HashData([]);
        _ = ArchiveCoverage.Of(ArchiveManifest.Rruff, []).ToSentences();
        _ = ParameterText.Of("Models", parameters.Models);
        _ = NumericEnvironment.ForTraining(parameters.Models);
        Assembly.Load("System.Reflection.Metadata");
        _ = typeof(PaperFiles).GetProperties();
    }

    private static void Run()
    {
        try
        {
            Rehearse();
        }
        catch (Exception)
        {
            // What is wrong is wrong again where a run needs it, and said there.
        }
    }
}
