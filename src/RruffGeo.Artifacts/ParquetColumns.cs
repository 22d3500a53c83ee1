using System.Reflection;
using System.Text;
using Parquet.Schema;

namespace RruffGeo.Artifacts;

/// <summary>The columns of a row type: its settable properties in the order of their declaration.</summary>
internal static class ParquetColumns<TRow>
{
    // Lazy, so that a row type that cannot be stored is told as it is and not as a failed type initialiser.
    private static readonly Lazy<(ParquetColumn<TRow>[] Columns, ParquetSchema Schema)> Table = new(() =>
    {
        var columns = Make();
        return (columns, new ParquetSchema(columns.Select(column => column.Field)));
    });

    /// <summary>The columns in the order of the file.</summary>
    /// <exception cref="InvalidOperationException">The row type cannot be stored: a unit is missing or a type is not supported.</exception>
    public static ReadOnlySpan<ParquetColumn<TRow>> All => Table.Value.Columns;

    /// <summary>The columns as Parquet.Net's schema.</summary>
    public static ParquetSchema Schema => Table.Value.Schema;

    /// <summary>The column of the property <paramref name="property"/>: <c>LaserNanometres</c> is <c>laser_nanometres</c>, <c>PooledF1</c> is <c>pooled_f1</c>.</summary>
    public static string NameOf(string property)
    {
        var name = new StringBuilder();
        for (var i = 0; i < property.Length; i++)
        {
            var startsWord = i > 0 && char.IsUpper(property[i])
                && (!char.IsUpper(property[i - 1]) || (i + 1 < property.Length && char.IsLower(property[i + 1])));
            if (startsWord)
                name.Append('_');
            name.Append(char.ToLowerInvariant(property[i]));
        }

        return name.ToString();
    }

    // Reflection promises no order; the metadata token follows the source, and a base record comes before what it is extended by.
    private static ParquetColumn<TRow>[] Make() =>
        [.. typeof(TRow).GetProperties(BindingFlags.Public | BindingFlags.Instance)
            .Where(property => property is { GetMethod: not null, SetMethod: not null } && property.GetIndexParameters().Length == 0)
            .OrderBy(property => Depth(property.DeclaringType!)).ThenBy(property => property.MetadataToken)
            .Select(Make)];

    private static int Depth(Type type) => type.BaseType is { } parent ? 1 + Depth(parent) : 0;

    private static ParquetColumn<TRow> Make(PropertyInfo property)
    {
        var name = NameOf(property.Name);
        var type = property.PropertyType;
        if (type == typeof(string))
            return new TextColumn<TRow>(
                name, property, new NullabilityInfoContext().Create(property).ReadState == NullabilityState.Nullable);
        if (type == typeof(bool))
            return new ValueColumn<TRow, bool>(name, "", property);
        if (type.IsEnum)
            return Generic(typeof(EnumColumn<,>), type, name, property);

        var numeric = Nullable.GetUnderlyingType(type) ?? type;
        if (!(type == typeof(float[]) || numeric == typeof(int) || numeric == typeof(long) || numeric == typeof(float) || numeric == typeof(double)))
            throw new InvalidOperationException(
                $"{typeof(TRow).Name}.{property.Name}: expected string, bool, int, long, float, double, float[], an enum or an optional number, but found {type.Name}.");

        var unit = property.GetCustomAttribute<UnitAttribute>()?.Unit
            ?? throw new InvalidOperationException(
                $"{typeof(TRow).Name}.{property.Name}: expected [Unit(\"…\")] on a numeric column (\"1\" for counts and shares) but found none.");
        return type == typeof(float[])
            ? new FloatListColumn<TRow>(name, unit, property)
            : Generic(numeric == type ? typeof(ValueColumn<,>) : typeof(OptionalColumn<,>), numeric, name, unit, property);
    }

    private static ParquetColumn<TRow> Generic(Type definition, Type argument, params object[] arguments) =>
        (ParquetColumn<TRow>)Activator.CreateInstance(definition.MakeGenericType(typeof(TRow), argument), arguments)!;
}
