using RruffGeo.Pipeline.Files;
using RruffGeo.Pipeline.Keys;

namespace RruffGeo.Pipeline.Store;

/// <summary>Reads what a stage run left behind.</summary>
internal static class StageOutputs
{
    /// <summary>The files below <paramref name="destination"/>, ordered by path, with size and digests.</summary>
    /// <param name="destination">Where the stage wrote.</param>
    /// <param name="meaningOf">Digests what a file says; null where bytes are the meaning.</param>
    /// <exception cref="InvalidDataException">There is none, or one that is not a plain file under a portable name, or one still being written.</exception>
    internal static IReadOnlyList<OutputFile> Collect(string destination, Func<string, string?> meaningOf)
    {
        var outputs = new List<OutputFile>();
        Collect(new DirectoryInfo(destination), "", meaningOf, outputs);
        if (outputs.Count == 0)
            throw new InvalidDataException("The stage returned but left no file. A stage must write its artifact to its destination folder.");
        outputs.Sort((a, b) => string.CompareOrdinal(a.Path, b.Path));
        return outputs;
    }

    private static void Collect(DirectoryInfo folder, string prefix, Func<string, string?> meaningOf, List<OutputFile> outputs)
    {
        foreach (var entry in folder.EnumerateFileSystemInfos())
        {
            var path = prefix + entry.Name;
            if (!OutputPath.IsSafe(path))
                throw new InvalidDataException($"The stage left '{path}', a name that not every system allows. Use letters, digits, '-', '_' and '.'.");
            if (entry.LinkTarget is not null)
                throw new InvalidDataException($"The stage left '{path}', a link to '{entry.LinkTarget}'. Outputs must be plain files: write the bytes themselves.");
            if (entry is DirectoryInfo inner)
                Collect(inner, path + "/", meaningOf, outputs);
            else
                outputs.Add(Read(entry.FullName, path, meaningOf));
        }
    }

    private static OutputFile Read(string file, string path, Func<string, string?> meaningOf)
    {
        var before = FileStamp.OfEntry(file) ?? throw new InvalidDataException($"The stage left '{path}', which is not a plain file.");
        if (FileStamp.NamesOf(file) > 1)
            Separate(file);
        var separated = FileStamp.OfEntry(file);
        var digest = FileDigest.Of(file);
        var meaning = meaningOf(file);
        if (FileStamp.OfEntry(file) != separated || separated?.Size != before.Size)
            throw new InvalidDataException($"'{path}' changed after the stage had returned. A stage must close its files and end its threads first.");
        return new(path, before.Size, digest, meaning);
    }

    /// <summary>Replaces a file that has a second name elsewhere by a copy: whoever writes to the other name must not write into the store.</summary>
    private static void Separate(string file)
    {
        File.Copy(file, file + ".separate");
        File.Move(file + ".separate", file, overwrite: true);
    }
}
