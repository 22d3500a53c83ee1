using Cake.Core;
using RruffGeo.Build.Arguments;

namespace RruffGeo.Build.Tests;

/// <summary>Reads a command line as the host does.</summary>
internal static class Typed
{
    /// <summary>The arguments of <paramref name="words"/>, each <c>name=value</c> or <c>name</c>.</summary>
    public static PaperArguments Arguments(params string[] words) => ArgumentReader.Read(
        new CakeArguments(words.Select(word => word.Split('=', 2)).ToLookup(
            parts => parts[0], parts => parts.ElementAtOrDefault(1) ?? "", StringComparer.OrdinalIgnoreCase)),
        Path.GetTempPath());

    /// <summary>What the host says of a wrong command line.</summary>
    public static string Mistakes(params string[] words)
    {
        var error = Assert.Throws<CakeException>(() => Arguments(words));
        Assert.Equal(2, error.ExitCode);
        return error.Message;
    }
}
