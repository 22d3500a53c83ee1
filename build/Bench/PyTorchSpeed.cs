using System.Diagnostics;
using System.Globalization;

namespace RruffGeo.Build.Bench;

/// <summary>The same network in the Python of the machine, where its PyTorch is installed.</summary>
internal static class PyTorchSpeed
{
    // Debian's own comes first: a Python installed beside it sees none of Debian's packages.
    private static readonly string[] Candidates = ["/usr/bin/python3", "python3"];

    /// <summary>Spectra per second of training steps there that take so long, and GFLOP/s of a plain product; null where no Python has torch and numpy.</summary>
    public static (double SpectraPerSecond, double Product)? Measure(int points, int batch, TimeSpan patience, int threads, int classes)
    {
        var folder = Path.Combine(ProjectRoot.Path, "build", "Bench");
        var reference = Path.Combine(ProjectRoot.Path, "tests", "RruffGeo.Models.Tests", "Reference");
        if (Array.Find(Candidates, candidate => Output(candidate, "-c", "import torch, numpy") is not null) is not { } python)
            return null;
        var printed = Output(python, Path.Combine(folder, "pytorch_speed.py"), reference, Text(points), Text(batch), Text((int)patience.TotalSeconds), Text(threads), Text(classes));
        return printed?.Split() is [var rate, var product, ..] ? (double.Parse(rate, CultureInfo.InvariantCulture), double.Parse(product, CultureInfo.InvariantCulture)) : null;
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static string? Output(string program, params string[] arguments)
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo(program, ["-B", .. arguments]) { RedirectStandardOutput = true, RedirectStandardError = true })!;
            var error = process.StandardError.ReadToEndAsync();
            var output = process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            error.GetAwaiter().GetResult();
            return process.ExitCode == 0 ? output : null;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return null;
        }
    }
}
