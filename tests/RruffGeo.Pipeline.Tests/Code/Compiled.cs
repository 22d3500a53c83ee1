using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Emit;
using RruffGeo.Pipeline.Code;

namespace RruffGeo.Pipeline.Tests.Code;

/// <summary>Compiles sources as this repository's compiler does and digests what <c>Stage.Run</c> reaches in them.</summary>
internal static class Compiled
{
    private const string Usings = "global using System; global using System.Collections.Generic; global using System.Linq; global using System.Threading.Tasks;";
    private static readonly CSharpParseOptions parsing = new(LanguageVersion.Latest);
    private static readonly SyntaxTree usings = CSharpSyntaxTree.ParseText(Usings, parsing);
    private static readonly MetadataReference[] framework =
        [.. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Where(path => path.StartsWith(Path.GetDirectoryName(typeof(object).Assembly.Location)!, StringComparison.Ordinal))
            .Where(path => Path.GetFileName(path).StartsWith("System.", StringComparison.Ordinal))
            .Select(path => MetadataReference.CreateFromFile(path))];

    /// <summary>The report of <c>Stage.Run</c> in one assembly.</summary>
    internal static CodeReport ReportOf(string source, OptimizationLevel optimisation = OptimizationLevel.Release, byte[]? resource = null)
    {
        var image = Compile("RruffGeo.Specimen", source, optimisation, resource);
        return ReportOf(("RruffGeo.Specimen", image));
    }

    /// <summary>The report of <c>Stage.Run</c>, which is in the last of several assemblies.</summary>
    internal static CodeReport ReportOf(params (string Name, byte[] Image)[] assemblies)
    {
        var folder = Directory.CreateTempSubdirectory("compiled-").FullName;
        try
        {
            foreach (var (name, image) in assemblies)
                File.WriteAllBytes(Path.Combine(folder, name + ".dll"), image);
            var files = assemblies.ToDictionary(each => each.Name, each => Path.Combine(folder, each.Name + ".dll"), StringComparer.Ordinal);
            using var code = CodeBase.Open(files.Where(file => file.Key.StartsWith("RruffGeo.", StringComparison.Ordinal)).Select(file => file.Value));
            var stage = code.Assemblies[assemblies[^1].Name].FindType("Stage")!.Value;
            return CodeReport.Of(code, new(files), code.MethodsOf(stage)["Run"].Single());
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    /// <summary>The bytes of an assembly.</summary>
    internal static byte[] Compile(
        string name, string source, OptimizationLevel optimisation = OptimizationLevel.Release, byte[]? resource = null, params (string Name, byte[] Image)[] references)
    {
        var compilation = CSharpCompilation.Create(
            name,
            [usings, CSharpSyntaxTree.ParseText(source, parsing)],
            [.. framework, .. references.Select(reference => MetadataReference.CreateFromImage(reference.Image))],
            new CSharpCompilationOptions(
                OutputKind.DynamicallyLinkedLibrary, optimizationLevel: optimisation, deterministic: true, allowUnsafe: true, nullableContextOptions: NullableContextOptions.Enable));
        using var image = new MemoryStream();
        var result = compilation.Emit(
            image, manifestResources: resource is null ? null : [new ResourceDescription("table.bin", () => new MemoryStream(resource), isPublic: true)],
            options: new EmitOptions(debugInformationFormat: DebugInformationFormat.Embedded));
        Assert.True(result.Success, string.Join('\n', result.Diagnostics));
        return image.ToArray();
    }
}
