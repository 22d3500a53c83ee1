using System.Collections.Immutable;
using System.Globalization;
using System.Reflection;

namespace RruffGeo.Build.Arguments;

/// <summary>Parameters as text, the same in every culture: what <c>--set</c> takes and what a stage's key holds.</summary>
internal static class ParameterText
{
    /// <summary>The properties of a parameter record that can be set.</summary>
    public static IEnumerable<PropertyInfo> PropertiesOf(Type record) =>
        record.GetProperties(BindingFlags.Instance | BindingFlags.Public).Where(property => property.CanWrite);

    /// <summary>All parameters of <paramref name="record"/> by dotted name, defaults written out, in ordinal order.</summary>
    public static ImmutableSortedDictionary<string, string> Of(string stage, object record) =>
        PropertiesOf(record.GetType()).ToImmutableSortedDictionary(
            property => $"{stage}.{property.Name}", property => Of(property.GetValue(record)), StringComparer.Ordinal);

    /// <summary>A value as text; numbers in the shortest form that gives the same number back.</summary>
    public static string Of(object? value) => value switch
    {
        null => "null",
        bool flag => flag ? "true" : "false",
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString() ?? "",
    };

    /// <summary>Reads <paramref name="text"/> as a <paramref name="type"/>.</summary>
    /// <param name="type">Type of the parameter.</param>
    /// <param name="text">The text; <c>null</c> clears a parameter that may be left open.</param>
    /// <param name="value">The value.</param>
    /// <param name="expected">What was expected, for the message.</param>
    public static bool TryParse(Type type, string text, out object? value, out string expected)
    {
        var core = Nullable.GetUnderlyingType(type) ?? type;
        value = Parse(core, text);
        expected = core == typeof(int) || core == typeof(long) ? "a whole number"
            : core == typeof(double) || core == typeof(float) ? "a number (decimal point, as in 0.35 or 1e-3)"
            : core == typeof(bool) ? "true or false"
            : core.IsEnum ? $"one of {string.Join(", ", Enum.GetNames(core))}"
            : "a text";
        return value is not null || (core != type && text == "null");
    }

    private static object? Parse(Type type, string text)
    {
        var invariant = CultureInfo.InvariantCulture;
        return type == typeof(string) ? text
            : type == typeof(int) && int.TryParse(text, NumberStyles.AllowLeadingSign, invariant, out var whole) ? whole
            : type == typeof(long) && long.TryParse(text, NumberStyles.AllowLeadingSign, invariant, out var big) ? big
            : type == typeof(double) && double.TryParse(text, NumberStyles.Float, invariant, out var number) && double.IsFinite(number) ? number
            : type == typeof(float) && float.TryParse(text, NumberStyles.Float, invariant, out var single) && float.IsFinite(single) ? single
            : type == typeof(bool) && bool.TryParse(text, out var flag) ? flag
            : type.IsEnum && Enum.GetNames(type).Contains(text, StringComparer.OrdinalIgnoreCase) ? Enum.Parse(type, text, ignoreCase: true)
            : null;
    }
}
