namespace RruffGeo.Build.Arguments;

/// <summary>Named departures from the paper, each a few settings laid over the profile: <c>build/profiles/ablations/*.json</c>, built into the host.</summary>
internal static class Ablation
{
    private const string Prefix = "ablation-";
    private const string Extension = ".json";

    /// <summary>The ablations there are, in ordinal order.</summary>
    public static IReadOnlyList<string> Names { get; } =
    [
        .. typeof(Ablation).Assembly.GetManifestResourceNames()
            .Where(name => name.StartsWith(Prefix, StringComparison.Ordinal))
            .Select(name => name[Prefix.Length..^Extension.Length]).Order(StringComparer.Ordinal),
    ];

    /// <summary>The ablations typed, in the order typed.</summary>
    public static IReadOnlyList<string> Of(TypedArguments arguments) => [.. arguments.AllOf("ablation", Names)];

    /// <summary>What they set, the later over the earlier.</summary>
    public static IEnumerable<Setting> Settings(IEnumerable<string> ablations) =>
        ablations.SelectMany(ablation => Profile.Read(Prefix + ablation).Select(setting => setting with { Origin = $"ablation {ablation}" }));

    /// <summary>What a run with them is called after its profile, such as <c>-raw-only-order-b</c>.</summary>
    public static string Suffix(IEnumerable<string> ablations) => string.Concat(ablations.Select(ablation => "-" + ablation));
}
