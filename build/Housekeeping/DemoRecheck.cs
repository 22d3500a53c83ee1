using System.Globalization;

namespace RruffGeo.Build.Housekeeping;

/// <summary>Makes the demo in a store of its own, so that nothing is taken from earlier runs, and repeats a share of it.</summary>
internal static class DemoRecheck
{
    /// <summary>Runs the two.</summary>
    /// <exception cref="Cake.Core.CakeException">A stage failed, or gave something else the second time.</exception>
    public static void Run(PaperContext context)
    {
        var folder = Directory.CreateTempSubdirectory("rruffgeo-check-").FullName;
        try
        {
            var share = context.Typed.Engine.Sample.ToString(CultureInfo.InvariantCulture);
            foreach (var target in (string[])["--target=Paper", "--target=Recheck"])
                DotNet.Run(
                    context, Environment.ProcessPath!,
                    [target, "--corpus=demo", "--offline", $"--sample={share}", $"--outputs={folder}/outputs", $"--store={folder}/store"], Console.WriteLine);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
