namespace RruffGeo.Build.Tests.Mutations;

/// <summary>What is changed inside a compiled method, or beside it.</summary>
public enum Edit
{
    /// <summary>The first addition becomes a subtraction, and so on.</summary>
    Arithmetic,

    /// <summary>The first comparison is turned round.</summary>
    Comparison,

    /// <summary>The first number becomes another.</summary>
    Number,

    /// <summary>The first letter of the first text becomes another.</summary>
    Text,

    /// <summary>One byte of an embedded file.</summary>
    Resource,
}
