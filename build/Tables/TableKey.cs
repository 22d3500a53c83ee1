using System.Collections.Immutable;

namespace RruffGeo.Build.Tables;

/// <summary>Finds the columns that tell rows apart.</summary>
internal static class TableKey
{
    private static readonly string[] identifying = ["text", "int", "long", "bool"];

    /// <summary>The shortest list of leading columns, without measured numbers and lists, that is different in every row of both tables; empty if there is none.</summary>
    public static ImmutableArray<string> Of(TableCells first, TableCells second, ImmutableArray<string> common)
    {
        var candidates = common.TakeWhile(name => identifying.Contains(first.Find(name)!.Type)).ToImmutableArray();
        for (var length = 1; length <= candidates.Length; length++)
            if (candidates[..length] is var key && IsUnique(first, key) && IsUnique(second, key))
                return key;
        return [];
    }

    private static bool IsUnique(TableCells table, ImmutableArray<string> key)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        return Enumerable.Range(0, table.Rows).All(row => seen.Add(table.KeyOf(row, key)));
    }
}
