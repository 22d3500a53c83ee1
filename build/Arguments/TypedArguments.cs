using Cake.Core;

namespace RruffGeo.Build.Arguments;

/// <summary>What was typed, by argument; collects the mistakes.</summary>
internal sealed class TypedArguments
{
    private static readonly string[] Known =
    [
        "target", "corpus", "archives", "accept-drift", "mirror", "countries", "mines", "profile", "ablation", "run", "outputs", "store", "set", "device", "branch", "offline", "force",
        "explain", "plan", "exit-code", "json", "bench", .. EngineArgumentReader.Names,
        .. GeocodingArguments.Names, .. PredictionArguments.Names, .. AuditArguments.Names, .. BundleArguments.Names,
    ];

    // For the hint only; Cake has read and removed them before.
    private static readonly string[] OfCake = ["tree", "dryrun", "exclusive", "verbosity", "description", "no-report"];

    private readonly ICakeArguments arguments;

    public TypedArguments(ICakeArguments arguments)
    {
        this.arguments = arguments;
        foreach (var name in arguments.GetArguments().Keys.Where(name => !name.StartsWith("Settings_", StringComparison.Ordinal)).Order(StringComparer.Ordinal))
            if (!Known.Contains(name, StringComparer.OrdinalIgnoreCase))
                Mistakes.Add($"There is no argument '--{name}'.{NearestName.Hint(name, [.. Known, .. OfCake])}");
    }

    public List<string> Mistakes { get; } = [];

    /// <summary>All values of a repeatable argument, in the order typed.</summary>
    public IEnumerable<string> All(string name) => arguments.GetArguments(name) ?? [];

    /// <summary>The one value of an argument; null if it was not typed.</summary>
    public string? One(string name)
    {
        var values = All(name).ToList();
        if (values.Count > 1)
            Mistakes.Add($"--{name} was given {values.Count} times: {string.Join(", ", values)}. Give it once.");
        if (values is [""])
            Mistakes.Add($"--{name} needs a value: --{name}=….");
        return values.LastOrDefault() is { Length: > 0 } value ? value : null;
    }

    /// <summary>True if the flag was typed, as <c>--name</c> or <c>--name=true</c>.</summary>
    public bool Has(string name)
    {
        var values = All(name).ToList();
        if (values.Any(value => value is not null and not "" && !bool.TryParse(value, out _)))
            Mistakes.Add($"--{name} takes no value, but was given '{values[0]}'.");
        return values.Count > 0 && !values.Contains("false", StringComparer.OrdinalIgnoreCase);
    }

    /// <summary>The value of an argument that must be one of <paramref name="valid"/>.</summary>
    public string OneOf(string name, IReadOnlyCollection<string> valid, string otherwise)
    {
        var typed = One(name) ?? otherwise;
        if (valid.FirstOrDefault(choice => choice.Equals(typed, StringComparison.OrdinalIgnoreCase)) is { } found)
            return found;
        Mistakes.Add($"--{name}: there is no '{typed}'.{NearestName.Hint(typed, valid)}");
        return otherwise;
    }

    /// <summary>The values of a repeatable argument that must be among <paramref name="valid"/>.</summary>
    public IEnumerable<string> AllOf(string name, IReadOnlyCollection<string> valid)
    {
        foreach (var typed in All(name))
            if (valid.FirstOrDefault(choice => choice.Equals(typed, StringComparison.OrdinalIgnoreCase)) is { } found)
                yield return found;
            else
                Mistakes.Add($"--{name}: there is no '{typed}'.{NearestName.Hint(typed, valid)}");
    }
}
