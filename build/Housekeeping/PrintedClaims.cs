using RruffGeo.Presentation;
using RruffGeo.Presentation.Claims;
using RruffGeo.Presentation.Tables;

namespace RruffGeo.Build.Housekeeping;

/// <summary>What <c>Claims</c> prints and writes.</summary>
internal static class PrintedClaims
{
    /// <summary>Checks the paper's numbers against each other; prints the ledger and writes <c>claims.csv</c> and <c>claims.md</c> to <paramref name="folder"/>.</summary>
    public static void Write(string folder, TextWriter output)
    {
        var claims = ArithmeticClaims.Check();
        foreach (var line in ClaimText.Lines(claims))
            output.WriteLine(line);
        var table = ClaimTable.Of(claims, DataOrigin.Printed);
        Directory.CreateDirectory(folder);
        foreach (var (name, text) in new[] { ("claims.csv", CsvTable.Of(table)), ("claims.md", MarkdownTable.Of(table)) })
        {
            var path = Path.Combine(folder, name);
            File.WriteAllText(path + ".partial", text);
            File.Move(path + ".partial", path, overwrite: true);
            output.WriteLine($"Written    {path}");
        }
    }
}
