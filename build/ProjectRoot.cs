namespace RruffGeo.Build;

/// <summary>Where the project lies.</summary>
internal static class ProjectRoot
{
    /// <summary>The folder that holds RruffGeo.sln, found upward from the host; the working folder if there is none.</summary>
    public static string Path { get; } = Find();

    private static string Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            if (File.Exists(System.IO.Path.Combine(folder.FullName, "RruffGeo.sln")))
                return folder.FullName;
        return Environment.CurrentDirectory;
    }
}
