namespace RruffGeo.Geography.Tests;

/// <summary>Finds the data folder that may lie beside the repository; tests that need it skip where it does not.</summary>
internal static class SharedData
{
    public static string Require(params string[] path)
    {
        var file = Path.Combine([Folder(), .. path]);
        Assert.SkipUnless(File.Exists(file), $"needs ../shared/data/{string.Join('/', path)}, which is not part of the repository");
        return file;
    }

    private static string Folder()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "RruffGeo.sln")))
            folder = folder.Parent;
        return folder?.Parent is { } parent ? Path.Combine(parent.FullName, "shared", "data") : "";
    }
}
