using System.Collections.Immutable;
using System.Globalization;

namespace RruffGeo.Pipeline.Keys;

/// <summary>The identity of a stage run: SHA-256 over its named parts.</summary>
/// <param name="Parts">The parts in clear: <c>stage</c>, <c>branch</c>, <c>schema</c>, <c>code</c>, <c>parameter.…</c>, <c>input.…</c>, <c>environment.…</c>.</param>
/// <param name="Digest">The key, lower-case hex.</param>
internal sealed record StageKey(ImmutableSortedDictionary<string, string> Parts, string Digest)
{
    internal const string ParameterPrefix = "parameter.";
    internal const string InputPrefix = "input.";
    internal const string EnvironmentPrefix = "environment.";
    private const string Domain = "stagekey/v1";

    /// <summary>The key of <paramref name="request"/>.</summary>
    internal static StageKey Of(StageRequest request)
    {
        var parts = ImmutableSortedDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);
        parts.Add("stage", request.Stage);
        parts.Add("branch", request.Branch);
        parts.Add("schema", request.SchemaVersion.ToString(CultureInfo.InvariantCulture));
        parts.Add("code", request.CodeDigest);
        foreach (var (name, value) in request.Parameters)
            parts.Add(ParameterPrefix + name, value);
        foreach (var (role, digest) in request.Inputs)
            parts.Add(InputPrefix + role, digest);
        foreach (var (name, value) in request.Environment)
            parts.Add(EnvironmentPrefix + name, value);
        return Of(parts.ToImmutable());
    }

    /// <summary>The key of parts read back from a manifest.</summary>
    internal static StageKey Of(ImmutableSortedDictionary<string, string> parts)
    {
        using var hash = new CanonicalHash(Domain);
        foreach (var (name, value) in parts.WithComparers(StringComparer.Ordinal))
        {
            hash.Add(name);
            hash.Add(value);
        }
        return new(parts, hash.Finish());
    }
}
