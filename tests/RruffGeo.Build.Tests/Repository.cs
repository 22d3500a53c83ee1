namespace RruffGeo.Build.Tests;

/// <summary>The files of the project, for the tests that look at them.</summary>
internal static class Repository
{
    public static string Root { get; } = Find();

    /// <summary>Files below the four source folders, as paths relative to the root with forward slashes.</summary>
    public static IReadOnlyList<string> Files { get; } =
    [
        .. new[] { "build", "src", "stages", "tests" }
            .SelectMany(folder => Directory.EnumerateFiles(Path.Combine(Root, folder), "*", SearchOption.AllDirectories))
            .Select(path => Path.GetRelativePath(Root, path).Replace('\\', '/'))
            .Where(path => !path.Contains("/bin/", StringComparison.Ordinal) && !path.Contains("/obj/", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal),
    ];

    public static IEnumerable<string> Sources => Files.Where(path => path.EndsWith(".cs", StringComparison.Ordinal));

    public static string Text(string path) => File.ReadAllText(Path.Combine(Root, path));

    private static string Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            if (File.Exists(Path.Combine(folder.FullName, "RruffGeo.sln")))
                return folder.FullName;
        throw new InvalidOperationException("The tests run from a build below the folder that holds RruffGeo.sln.");
    }
}
