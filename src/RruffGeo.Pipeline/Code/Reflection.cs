namespace RruffGeo.Pipeline.Code;

/// <summary>Knows the framework's ways of running code or reading data by name.</summary>
internal static class Reflection
{
    private static readonly HashSet<string> ofResources = new(StringComparer.Ordinal)
    {
        "System.Reflection.Assembly::GetManifestResourceStream", "System.Reflection.Assembly::GetManifestResourceNames",
        "System.Reflection.Assembly::GetManifestResourceInfo", "System.Reflection.Assembly::GetExecutingAssembly",
        "System.Reflection.Assembly::GetCallingAssembly", "System.Type::get_Assembly", "System.Resources.ResourceManager::.ctor",
    };

    private static readonly HashSet<string> untraceable = new(StringComparer.Ordinal)
    {
        "System.Type::GetType", "System.Type::GetMethod", "System.Type::GetMethods", "System.Type::GetMember", "System.Type::GetMembers",
        "System.Type::InvokeMember", "System.Type::GetNestedType", "System.Type::GetNestedTypes", "System.Type::GetInterfaces",
        "System.Type::MakeGenericType", "System.Reflection.MethodInfo::MakeGenericMethod", "System.Reflection.MethodBase::Invoke",
        "System.Reflection.Assembly::GetType", "System.Reflection.Assembly::GetTypes", "System.Reflection.Assembly::GetExportedTypes",
        "System.Reflection.Assembly::get_DefinedTypes", "System.Reflection.Assembly::get_ExportedTypes", "System.Reflection.Assembly::Load",
        "System.Reflection.Assembly::LoadFrom", "System.Reflection.Assembly::LoadFile", "System.Reflection.Assembly::CreateInstance",
        "System.Reflection.Module::GetTypes", "System.Activator::CreateInstanceFrom", "System.Delegate::CreateDelegate",
        "System.Reflection.MethodInfo::CreateDelegate", "System.Reflection.RuntimeReflectionExtensions::GetRuntimeMethods",
        "Microsoft.CSharp.RuntimeBinder.Binder::InvokeMember", "Microsoft.CSharp.RuntimeBinder.Binder::GetMember",
    };

    private static readonly HashSet<string> ofMembers = new(StringComparer.Ordinal)
    {
        "System.Type::GetProperties", "System.Type::GetProperty", "System.Type::GetFields", "System.Type::GetField",
        "System.Type::GetConstructor", "System.Type::GetConstructors", "System.Activator::CreateInstance",
    };

    /// <summary>Tells the reach what the calls in a method to code that is not ours may lead to.</summary>
    /// <param name="reach">The reach.</param>
    /// <param name="caller">The method.</param>
    /// <param name="called">What it calls, as <c>type::member</c>.</param>
    internal static void Judge(Reach reach, OwnMethod caller, IReadOnlySet<string> called)
    {
        if (called.Overlaps(ofResources))
            reach.ReadsResources = true;
        // Members of a type that stands in the source are followed; members of whatever an object turns out to be are not.
        var lost = called.FirstOrDefault(untraceable.Contains)
            ?? (called.Contains("System.Object::GetType") ? called.FirstOrDefault(ofMembers.Contains) : null);
        if (lost is not null)
            reach.RunAll(caller.Assembly,
                $"{caller.Assembly.FullNameOf(caller.Definition.GetDeclaringType())} calls {lost}, which cannot be followed: all of {caller.Assembly.Name} counts");
    }
}
