namespace Cake.Frosting;

/// <summary>The name by which <c>--target</c> asks for a task.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class TaskNameAttribute(string name) : Attribute
{
    /// <summary>The name.</summary>
    public string Name { get; } = name;
}
