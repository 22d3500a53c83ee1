using System.Security.Cryptography;
using Cake.Core;
using RruffGeo.Stages;

namespace RruffGeo.Build.Housekeeping;

/// <summary>What <c>Checklist</c> prints: every answer, and whether the files that prove it are still those it was read from.</summary>
internal static class ProvenAnswers
{
    private const string Gap = "    ";

    /// <summary>Prints the answers of the run in <paramref name="run"/>.</summary>
    /// <exception cref="CakeException">There is no checklist, or a file that proves an answer has another digest.</exception>
    public static void Print(string run, TextWriter output)
    {
        var paper = Path.Combine(run, "08-paper");
        if (!File.Exists(Path.Combine(paper, "checklist.parquet")))
            throw new CakeException($"{paper} holds no checklist.parquet: make the paper of this run first with --target=Paper --run={Path.GetFileName(run)}.");
        var digests = new Dictionary<string, string>(StringComparer.Ordinal);
        var (rows, faults) = (new PaperFiles(paper).Checklist, new SortedSet<string>(StringComparer.Ordinal));
        foreach (var card in rows.GroupBy(row => row.Card))
        {
            output.WriteLine($"\n{card.Key}  ({Path.Combine(paper, "cards", card.Key + ".md")})");
            foreach (var row in card)
            {
                output.WriteLine($"\n{Printable(row.Id)}  {Printable(row.Question)}");
                output.WriteLine($"{Gap}{row.Answer}: {Printable(row.Value)}");
                foreach (var (file, digest) in row.Files.Split('\n').Zip(row.Digests.Split('\n')))
                {
                    output.WriteLine($"{Gap}{digest}  {Printable(file)}");
                    if (DigestOf(run, file, digests) is var found && found != digest && faults.Add(file))
                        output.WriteLine($"{Gap}{(found.Length == 0 ? "this file is not there" : $"but the file has {found}")}");
                }
            }
        }

        output.WriteLine($"\n{rows.Count} answers, proved by {digests.Count} files; {(faults.Count == 0 ? "all have the digests that the answers were read from" : $"{faults.Count} differ")}.");
        if (faults.Count > 0)
            throw new CakeException($"Not what the answers were read from: {string.Join(", ", faults.Select(Printable))}. Make the paper again with --target=Paper --force=Paper, or look for damage with --target=Verify.");
    }

    private static string DigestOf(string run, string file, Dictionary<string, string> known)
    {
        if (known.TryGetValue(file, out var digest))
            return digest;
        var path = Path.GetFullPath(Path.Combine(run, file));
        if (!path.StartsWith(Path.GetFullPath(run) + Path.DirectorySeparatorChar, StringComparison.Ordinal) || !File.Exists(path))
            return known[file] = "";
        using var stream = File.OpenRead(path);
        return known[file] = Convert.ToHexStringLower(SHA256.HashData(stream));
    }

    private static string Printable(string text) => new([.. text.Select(letter => char.IsControl(letter) ? '�' : letter)]);
}
