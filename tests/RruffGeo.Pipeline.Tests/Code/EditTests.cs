using System.Text.RegularExpressions;

namespace RruffGeo.Pipeline.Tests.Code;

/// <summary>Each edit of a stage's code either must change its digest, or must not.</summary>
public sealed partial class EditTests
{
    /// <summary>Name of the edit, source before, source after.</summary>
    public static TheoryData<string, string, string> Meaningful => Edits(
        ("a constant in the function itself", "class Stage { static int Run() => «1»; }", "2"),
        ("a string literal", "class Stage { static string Run() => \"«a»\"; }", "b"),
        ("a half surrogate in a literal", "class Stage { static string Run() => \"\\ud80«0»\"; }", "1"),
        ("an operator", "class Stage { static int Run(int a) => a «+» 2; }", "-"),
        ("a constant of another class", "class Stage { static double Run() => Physics.C; } static class Physics { public const double C = «299.0»; }", "300.0"),
        ("a method that is called", "class Stage { static int Run() => Other.F(); } class Other { public static int F() => «1»; }", "2"),
        ("a method called by a method", "class Stage { static int Run() => A.F(); } class A { public static int F() => B.G(); } class B { public static int G() => «1»; }", "2"),
        ("a lambda", "class Stage { static int Run() => new[] { 1 }.Select(x => x + «1»).Sum(); }", "2"),
        ("a lambda that captures", "class Stage { static int Run(int k) => new[] { 1 }.Select(x => x * k + «1»).Sum(); }", "2"),
        ("a local function", "class Stage { static int Run() { int F() => «1»; return F(); } }", "2"),
        ("a method group", "class Stage { static int Run() => new[] { 1 }.Select(Other.F).Sum(); } class Other { public static int F(int x) => x + «1»; }", "2"),
        ("a function pointer", "unsafe class Stage { static int Run() { delegate*<int> f = &Other.F; return f(); } } class Other { public static int F() => «1»; }", "2"),
        ("an iterator", "class Stage { static int Run() => F().Sum(); static IEnumerable<int> F() { yield return «1»; } }", "2"),
        ("an async method", "class Stage { static async Task<int> Run() { await Task.Yield(); return «1»; } }", "2"),
        ("an override", "class Stage { static int Run(Shape s) => s.Area(); } abstract class Shape { public abstract int Area(); } class Square : Shape { public override int Area() => «1»; }", "2"),
        ("an implementation of an interface", "class Stage { static int Run(IShape s) => s.Area(); } interface IShape { int Area(); } class Square : IShape { public int Area() => «1»; }", "2"),
        ("an explicit implementation", "class Stage { static int Run(IShape s) => s.Area(); } interface IShape { int Area(); } class Square : IShape { int IShape.Area() => «1»; }", "2"),
        ("an implementation inherited from a base class", "class Stage { static int Run(IShape s) => s.Area(); } interface IShape { int Area(); } class Base { public int Area() => «1»; } class Square : Base, IShape { }", "2"),
        ("an override of a generic base", "class Stage { static int Run(Map<int> m) => m.F(1); } abstract class Map<T> { public abstract int F(T x); } class Plus : Map<int> { public override int F(int x) => x + «1»; }", "2"),
        ("a static abstract implementation", "class Stage { static int Run() => F<A>(); static int F<T>() where T : IUnit => T.Value(); } interface IUnit { static abstract int Value(); } struct A : IUnit { public static int Value() => «1»; }", "2"),
        ("a default interface method", "class Stage { static int Run(IShape s) => s.Area(); } interface IShape { int Area() => «1»; } class Square : IShape { }", "2"),
        ("an override that only the framework calls", "class Stage { static string Run() => $\"{new P()}\"; } class P { public override string ToString() => \"«a»\"; }", "b"),
        ("an override of a subtype made elsewhere", "class Stage { static string Run(P p) => $\"{p}\"; } class P { } class Q : P { public override string ToString() => \"«a»\"; }", "b"),
        ("a comparer that only the framework calls", "class Stage { static void Run(List<int> l) => l.Sort(new C()); } class C : IComparer<int> { public int Compare(int a, int b) => «a» - b; }", "2 * a"),
        ("a static field's initialiser", "class Stage { static int Run() => Table.X; } static class Table { public static readonly int X = int.Parse(\"«1»\"); }", "2"),
        ("a static constructor", "class Stage { static int Run() => Table.X; } static class Table { public static int X; static Table() { X = «1»; } }", "2"),
        ("a field's initialiser", "class Stage { static int Run() => new P().X; } class P { public int X = «1»; }", "2"),
        ("constant data", "class Stage { static int Run() => Table.X[2]; } static class Table { public static readonly int[] X = { 1, 2, 3, 4, «5» }; }", "6"),
        ("constant bytes in a span", "class Stage { static int Run() { ReadOnlySpan<byte> x = new byte[] { 1, 2, 3, «4» }; return x[1]; } }", "5"),
        ("an attribute of a row's property", "class U(string u) : Attribute { public string Unit => u; } class Row { [U(\"«nm»\")] public int X { get; set; } } class Stage { static string Run() => F<Row>(); static string F<T>() => typeof(T).Name; }", "cm"),
        ("a property added to a row", "class Row { public int X { get; set; } «» } class Stage { static int Run() => new List<Row>().Count; }", "public int Y { get; set; }"),
        ("the order of a row's properties", "class Row { public int «X { get; set; } public int Y» { get; set; } } class Stage { static int Run() => new List<Row>().Count; }", "Y { get; set; } public int X"),
        ("a property's type", "class Row { public «int» X { get; set; } } class Stage { static Type Run() => typeof(Row); }", "long"),
        ("a row nested in a row", "class Inner { public «int» X { get; set; } } class Row { public Inner? I { get; set; } } class Stage { static Type Run() => typeof(Row); }", "long"),
        ("a type named in an attribute", "class K(Type t) : Attribute { public Type T => t; } [K(typeof(Derived))] class Row { } class Derived { public int X { get; set; } = «1»; } class Stage { static Type Run() => typeof(Row); }", "2"),
        ("the name of an enum value that is printed", "enum E { A, «B» } class Stage { static string Run(E e) => e.ToString(); }", "C"),
        ("the value of an enum name", "enum E { A = «1» } class Stage { static string Run(E e) => e.ToString(); }", "2"),
        ("a default argument", "class Stage { static int Run() => F(); static int F(int x = «1») => x; }", "2"),
        ("the type that is caught", "class Stage { static int Run() { try { return int.Parse(\"x\"); } catch («FormatException») { return 0; } } }", "Exception"),
        ("a generic argument", "class Stage { static string Run() => F<«int»>(); static string F<T>() => typeof(T).Name; }", "long"),
        ("a native function", "using System.Runtime.InteropServices; class Stage { [DllImport(\"«a»\")] static extern int Run(); }", "b"),
        ("a field's order, which a layout shows", "struct S { public int «A; public short B»; } class Stage { static S Run() => default; }", "B; public short A"),
        ("a module initialiser", "using System.Runtime.CompilerServices; class Stage { static int Run() => X; internal static int X; } class I { [ModuleInitializer] internal static void F() => Stage.X = «1»; }", "2"),
        ("an extension method", "class Stage { static int Run() => 1.Plus(); } static class E { public static int Plus(this int x) => x + «1»; }", "2"),
        ("a record's member used by with", "record R(int X) { public int Y { get; init; } = «1»; } class Stage { static R Run() => new R(1) with { X = 2 }; }", "2"),
        ("a method found by reflection", "class Stage { static object? Run() => typeof(Other).GetMethod(\"F\")!.Invoke(null, null); } class Other { public static int F() => «1»; }", "2"),
        ("a finaliser", "class Stage { static object Run() => new P(); } class P { ~P() => Console.WriteLine(«1»); }", "2"),
        ("an indexer's accessor", "class Stage { static int Run() => new P()[0]; } class P { public int this[int i] => i + «1»; }", "2"),
        ("a switch over strings", "class Stage { static int Run(string s) => s switch { \"a\" => 1, \"b\" => 2, \"c\" => 3, \"d\" => 4, \"e\" => 5, \"f\" => 6, \"g\" => «7», _ => 0 }; }", "8"));

    /// <summary>Name of the edit, source before, source after.</summary>
    public static TheoryData<string, string, string> Idle => Edits(
        ("a comment", "class Stage { static int Run() { «» return 1; } }", "/* one */"),
        ("line breaks", "class Stage {«» static int Run() => 1; }", "\n\n\n"),
        ("the name of a local", "class Stage { static int Run(int a) { var «sum» = a; for (var i = 0; i < a; i++) «sum» += i; return «sum»; } }", "total"),
        ("the name of a captured local", "class Stage { static int Run() { var «k» = 2; return new[] { 1 }.Select(x => x * «k»).Sum(); } }", "factor"),
        ("the name of a lambda's parameter", "class Stage { static int Run() => new[] { 1 }.Select(«x» => «x» * 2).Sum(); }", "y"),
        ("the name of a local function", "class Stage { static int Run() { int «F»() => 1; return «F»(); } }", "G"),
        ("an unrelated type", "class Stage { static int Run() => new[] { 1 }.Select(x => x + 1).Sum(); } «»", "class Other { public string S = \"s\"; public object F(int k) => new[] { 1 }.Select(x => x * k); }"),
        ("an unrelated type before it", "«» class Stage { static int Run() => new[] { 1 }.Select(x => x + 1).Sum(); }", "class A { public object F(int k) => new[] { 1 }.Select(x => x * k); }"),
        ("an unrelated method with lambdas before it", "class Stage { «» static int Run(int k) => new[] { 1 }.Select(x => x + k).Select(x => x + 1).Sum(); }", "static object F(int j) => new[] { 1 }.Select(x => x - j).Select(x => x - 1);"),
        ("an unrelated iterator and async method before it", "class Stage { «» static int Run() => G().Sum(); static IEnumerable<int> G() { yield return 1; } }", "static IEnumerable<int> F() { yield return 3; } static async Task H() { await Task.Yield(); }"),
        ("an unrelated method that is changed", "class Stage { static int Run() => Other.F(); } class Other { public static int F() => 1; public static int G() => «1»; }", "2"),
        ("an unrelated literal before it", "class Stage { static string F() => \"«a»\"; static string Run() => \"b\"; }", "another"),
        ("the order of methods", "class Stage { static int Run() => F() + G(); static int «F() => 1; static int G() => 2»; }", "G() => 2; static int F() => 1"),
        ("unrelated constant data", "class Stage { static int Run() => A.X[0]; } static class A { public static readonly int[] X = { 1, 2, 3, 4, 5 }; } static class B { public static readonly int[] Y = { 1, 2, 3, «4», 5 }; }", "7"),
        ("an implementation of an interface that is not called", "class Stage { static int Run() => 1; } interface IShape { int Area(); } class Square : IShape { public int Area() => «1»; }", "2"),
        ("an anonymous type elsewhere", "«» class Stage { static int Run() => new { A = 1 }.A; }", "class A { public object F() => new { B = 2, C = 3 }; }"),
        ("the name of a file's namespace import", "«» class Stage { static int Run() => 1; }", "using System.Text;"));

    [Theory]
    [MemberData(nameof(Meaningful))]
    public void An_edit_that_may_change_what_the_stage_gives_changes_its_digest(string edit, string before, string after) =>
        Assert.True(Compiled.ReportOf(before).Digest() != Compiled.ReportOf(after).Digest(), edit);

    [Theory]
    [MemberData(nameof(Idle))]
    public void An_edit_that_cannot_change_what_the_stage_gives_keeps_its_digest(string edit, string before, string after)
    {
        var (first, second) = (Compiled.ReportOf(before), Compiled.ReportOf(after));
        Assert.Equal("", string.Join(' ', RruffGeo.Pipeline.Code.CodeReport.Differences(first, second)));
        Assert.True(first.Digest() == second.Digest(), edit);
    }

    /// <summary>What stands in «», in every place, is replaced by the other text.</summary>
    private static TheoryData<string, string, string> Edits(params (string Name, string Source, string Replacement)[] edits)
    {
        var data = new TheoryData<string, string, string>();
        foreach (var (name, source, replacement) in edits)
            data.Add(name, source.Replace("«", "", StringComparison.Ordinal).Replace("»", "", StringComparison.Ordinal), Marked().Replace(source, replacement.Replace("$", "$$", StringComparison.Ordinal)));
        return data;
    }

    [GeneratedRegex("«[^»]*»")]
    private static partial Regex Marked();
}
