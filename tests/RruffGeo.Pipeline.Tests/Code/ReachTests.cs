using Microsoft.CodeAnalysis;
using RruffGeo.Pipeline.Code;

namespace RruffGeo.Pipeline.Tests.Code;

public sealed class ReachTests
{
    private const string Library = "namespace RruffGeo.Library; public static class A { public static int F() => 1; } public static class B { public static int G() => 2; }";
    private const string Caller = "class Stage { static int Run() => RruffGeo.Library.A.F(); }";
    private const string ResourceReader = "class Stage { static object? Run() => typeof(Stage).Assembly.GetManifestResourceStream(\"table.bin\"); }";

    [Fact]
    public void The_same_source_gives_the_same_digest_each_time()
    {
        const string Source = "class Stage { static int Run(int k) { var x = new { A = k }; return F().Select(y => y + x.A).Sum(); } static IEnumerable<int> F() { yield return 1; } }";
        Assert.Equal(Compiled.ReportOf(Source).Digest(), Compiled.ReportOf(Source).Digest());
    }

    [Fact]
    public void Optimised_code_is_other_code() =>
        Assert.NotEqual(
            Compiled.ReportOf("class Stage { static int Run(int k) { var x = k; return x + 1; } }", OptimizationLevel.Debug).Digest(),
            Compiled.ReportOf("class Stage { static int Run(int k) { var x = k; return x + 1; } }").Digest());

    [Fact]
    public void Only_what_is_reached_in_another_assembly_counts()
    {
        var digest = AcrossAssemblies(Library).Digest();

        Assert.Equal(digest, AcrossAssemblies(Library.Replace("=> 2", "=> 3", StringComparison.Ordinal)).Digest());
        Assert.NotEqual(digest, AcrossAssemblies(Library.Replace("=> 1", "=> 3", StringComparison.Ordinal)).Digest());
    }

    [Fact]
    public void Differences_name_what_changed_as_it_stands_in_the_source()
    {
        var before = AcrossAssemblies(Library);
        var after = AcrossAssemblies(Library.Replace("=> 1", "=> new[] { 1 }.Select(x => x + 1).Sum()", StringComparison.Ordinal));

        Assert.Contains("RruffGeo.Library.A.F", CodeReport.Differences(before, after));
        Assert.DoesNotContain(CodeReport.Differences(before, after), name => name.Contains("Stage", StringComparison.Ordinal));
    }

    [Fact]
    public void A_package_counts_by_version_and_build_if_it_is_used()
    {
        var package = Compiled.Compile("Package", "public static class P { public static int F() => 1; }");
        var rebuilt = Compiled.Compile("Package", "public static class P { public static int F() => 2; }");
        CodeReport Using(byte[] build, string call) =>
            Compiled.ReportOf(("Package", build), ("RruffGeo.Stages", Compiled.Compile("RruffGeo.Stages", $"class Stage {{ static int Run() => {call}; static int Unused() => P.F(); }}", references: ("Package", build))));

        Assert.NotEqual(Using(package, "P.F()").Digest(), Using(rebuilt, "P.F()").Digest());
        Assert.Equal(Using(package, "1").Digest(), Using(rebuilt, "1").Digest());
    }

    [Fact]
    public void A_package_used_by_a_package_counts()
    {
        CodeReport With(string inner)
        {
            var deep = Compiled.Compile("Deep", $"public static class D {{ public static int F() => {inner}; }}");
            var package = Compiled.Compile("Package", "public static class P { public static int F() => D.F(); }", references: ("Deep", deep));
            var stage = Compiled.Compile("RruffGeo.Stages", "class Stage { static int Run() => P.F(); }", references: [("Deep", deep), ("Package", package)]);
            return Compiled.ReportOf(("Deep", deep), ("Package", package), ("RruffGeo.Stages", stage));
        }

        Assert.NotEqual(With("1").Digest(), With("2").Digest());
    }

    [Fact]
    public void Embedded_resources_count_if_the_code_reads_any()
    {
        Assert.NotEqual(Compiled.ReportOf(ResourceReader, resource: [1, 2]).Digest(), Compiled.ReportOf(ResourceReader, resource: [1, 3]).Digest());
        Assert.Equal(
            Compiled.ReportOf("class Stage { static int Run() => 1; }", resource: [1, 2]).Digest(),
            Compiled.ReportOf("class Stage { static int Run() => 1; }", resource: [1, 3]).Digest());
    }

    [Theory]
    [InlineData("\"table.bin\"", "\"other\"", true)]
    [InlineData("\"other\"", "\"table.bin\"", false)]
    [InlineData("\"table\" + args[0]", "\"other\"", true)]
    public void A_resource_whose_name_is_written_out_counts_where_it_is_reached_and_any_other_everywhere(string reached, string unreached, bool counts)
    {
        CodeReport With(byte data) => Compiled.ReportOf(
            $"class Stage {{ static object? Run(string[] args) => R.Open({reached}); }} class Other {{ static object? F() => R.Open({unreached}); }} static class R {{ public static object? Open(string name) => typeof(R).Assembly.GetManifestResourceStream(name); }}",
            resource: [data]);

        Assert.Equal(counts, With(1).Digest() != With(2).Digest());
    }

    [Theory]
    [InlineData("typeof(Stage).GetMethod(\"F\")")]
    [InlineData("Type.GetType(\"Other\")")]
    [InlineData("o.GetType().GetProperties()")]
    public void Reflection_that_cannot_be_followed_is_said_and_everything_counts(string call)
    {
        CodeReport With(int value) => Compiled.ReportOf($"class Stage {{ static object? Run(object o) => {call}; }} class Unrelated {{ static int F() => {value}; }}");

        Assert.Contains("cannot be followed: all of RruffGeo.Specimen counts", Assert.Single(With(1).Notes), StringComparison.Ordinal);
        Assert.NotEqual(With(1).Digest(), With(2).Digest());
    }

    [Fact]
    public void A_report_survives_being_written_and_read()
    {
        var report = Compiled.ReportOf("class Stage { static object? Run() => Type.GetType(\"Stage\"); }");

        var read = CodeReport.Parse(report.Format());

        Assert.Equal(report.Digest(), read.Digest());
        Assert.Equal(report.Notes, read.Notes);
    }

    private static CodeReport AcrossAssemblies(string library)
    {
        var image = Compiled.Compile("RruffGeo.Library", library);
        return Compiled.ReportOf(("RruffGeo.Library", image), ("RruffGeo.Stages", Compiled.Compile("RruffGeo.Stages", Caller, references: ("RruffGeo.Library", image))));
    }
}
