using System.Reflection.Metadata;

namespace RruffGeo.Pipeline.Code;

/// <summary>Knows which names the compiler made with a running number, which any edit nearby may shift.</summary>
internal static class CompilerNames
{
    /// <summary>Kinds, after the angle brackets, that bear only the name a person gave: backing fields, captured constructor parameters, extension groups.</summary>
    private const string SteadyKinds = "kP$";

    /// <summary>True for names such as <c>&lt;Run&gt;b__0_1</c> or <c>&lt;&gt;c__DisplayClass3_0</c>.</summary>
    internal static bool IsNumbered(string name)
    {
        if (!name.StartsWith('<') || name is "<>c" or "<>9" or "<>O")
            return false;
        var close = name.LastIndexOf('>');
        return close + 1 < name.Length && !SteadyKinds.Contains(name[close + 1], StringComparison.Ordinal);
    }

    /// <summary>True if the compiler made the type.</summary>
    internal static bool IsMade(OwnType type) => type.Assembly.Reader.GetString(type.Definition.Name).StartsWith('<');

    /// <summary>True for the type of <c>new { … }</c>, whose members bear names a person gave.</summary>
    internal static bool IsAnonymous(OwnType type) =>
        type.Assembly.Reader.GetString(type.Definition.Name).StartsWith("<>f__AnonymousType", StringComparison.Ordinal);

    /// <summary>True for the compiler's class of constant data.</summary>
    internal static bool IsConstantData(OwnType type) => type.Assembly.Reader.GetString(type.Definition.Name) == "<PrivateImplementationDetails>";
}
