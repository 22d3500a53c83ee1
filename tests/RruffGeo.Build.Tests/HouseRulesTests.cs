using System.Reflection;
using System.Text.RegularExpressions;
using RruffGeo.Artifacts;
using RruffGeo.Stages;

namespace RruffGeo.Build.Tests;

public sealed partial class HouseRulesTests
{
    private const int MostLines = 250;

    private static readonly string[] TopLevel =
    [
        "Directory.Build.props", "Directory.Build.targets", "Directory.Packages.props", "LICENSE", "README.md", "RruffGeo.sln", "build",
        "build.ps1", "build.sh", "docs", "global.json", "outputs", "src", "stages", "tests",
    ];

    [Fact]
    public void No_source_file_is_longer_than_250_lines() => Nobody(
        from path in Repository.Sources
        let lines = File.ReadLines(Path.Combine(Repository.Root, path)).Count()
        where lines > MostLines
        select $"{path} has {lines} lines",
        "Find the second thing the file does and give it a file of its own.");

    [Fact]
    public void No_file_or_folder_is_named_after_nothing_in_particular() => Nobody(
        Repository.Files.Where(path => BannedName().IsMatch(path)),
        "A function without a home lacks its noun: name the thing it is about.");

    [Fact]
    public void No_source_file_has_a_region_a_note_to_self_or_a_suppression() => Nobody(
        Repository.Sources.Where(path => !path.EndsWith("HouseRulesTests.cs", StringComparison.Ordinal) && BannedText().IsMatch(Repository.Text(path))),
        "Do it now or leave it out; suppressions stand in .globalconfig with their reason.");

    [Fact]
    public void Public_types_are_sealed_static_abstract_or_records() => Nobody(
        from type in OwnAssemblies().SelectMany(assembly => assembly.GetExportedTypes())
        where type.IsClass && !type.IsSealed && !type.IsAbstract && type.GetMethod("<Clone>$") is null && type.Namespace != "Cake.Frosting"
        select type.FullName,
        "Add 'sealed', or make it abstract if it is meant to be derived from.");

    [Fact]
    public void Numeric_columns_have_a_unit() => Nobody(
        from row in RowTypes()
        from column in row.GetProperties()
        where IsNumeric(column.PropertyType) && column.GetCustomAttribute<UnitAttribute>() is null
        select $"{row.Name}.{column.Name}",
        "Add [Unit(\"cm⁻¹\")] or whatever it is measured in; [Unit(\"1\")] for counts, shares and scores.");

    [Fact]
    public void Row_types_of_all_artifacts_are_found() => Assert.True(RowTypes().Count > 10, "Row types are found by the lists that artifacts give.");

    [Fact]
    public void Every_approved_snapshot_has_its_test() => Nobody(
        from path in Repository.Files.Where(path => path.EndsWith(".verified.txt", StringComparison.Ordinal))
        let parts = Path.GetFileName(path).Split('.')
        let source = $"{Path.GetDirectoryName(path)!.Replace('\\', '/')}/{parts[0]}.cs"
        where !Repository.Sources.Contains(source) || !Repository.Text(source).Contains($" {parts[1]}(", StringComparison.Ordinal)
        select path,
        "Delete the file, or rename it after its test: Class.Method.verified.txt.");

    [Fact]
    public void The_top_level_holds_what_was_designed() => Nobody(
        Directory.EnumerateFileSystemEntries(Repository.Root).Select(path => Path.GetFileName(path)!)
            .Where(name => !name.StartsWith('.') && name != "TestResults").Except(TopLevel),
        "The top level is DESIGN.md's section 2: put the file where it belongs, or design anew and say so in docs/decisions.md.");

    internal static void Nobody(IEnumerable<string?> offenders, string howToComply)
    {
        var found = offenders.ToList();
        Assert.True(found.Count == 0, $"{string.Join("\n", found)}\n{howToComply}");
    }

    internal static IReadOnlyList<Assembly> OwnAssemblies() =>
    [
        .. Directory.EnumerateFiles(AppContext.BaseDirectory, "RruffGeo.*.dll").Order(StringComparer.Ordinal)
            .Where(path => !path.EndsWith(".Tests.dll", StringComparison.Ordinal)).Select(Assembly.LoadFrom),
    ];

    private static IReadOnlyList<Type> RowTypes() =>
    [
        .. from type in typeof(RawSpectra).Assembly.GetExportedTypes()
           from property in type.GetProperties()
           where property.PropertyType.IsGenericType && property.PropertyType.GetGenericTypeDefinition() == typeof(IReadOnlyList<>)
           let row = property.PropertyType.GetGenericArguments()[0]
           where row.Assembly == type.Assembly
           select row,
    ];

    private static bool IsNumeric(Type type)
    {
        var core = Nullable.GetUnderlyingType(type) ?? type.GetElementType() ?? type;
        return core.IsPrimitive && core != typeof(bool) && core != typeof(char);
    }

    [GeneratedRegex(@"(Util|Utils|Utilities|Helper|Helpers|Manager|Misc|Common|Service|Services)(\.[^/]*)?(/|$)")]
    private static partial Regex BannedName();

    [GeneratedRegex(@"#region|#pragma warning disable|\b(TODO|FIXME|HACK)\b|SuppressMessage")]
    private static partial Regex BannedText();
}
