namespace Cake.Frosting;

/// <summary>Names a task that runs before the one it is put on.</summary>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true)]
public sealed class IsDependentOnAttribute(Type type) : Attribute
{
    /// <summary>Class of the task that runs before.</summary>
    public Type Task { get; } = type;
}
