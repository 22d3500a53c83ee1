using System.Text.Json;

namespace RruffGeo.Build.Arguments;

/// <summary>The settings that <c>quick</c>, <c>paper</c> and <c>demo</c> stand for: <c>build/profiles/*.json</c>, built into the host.</summary>
internal static class Profile
{
    /// <summary>The profiles there are.</summary>
    public static IReadOnlyList<string> Names { get; } = ["demo", "paper", "quick"];

    /// <summary>What <paramref name="profile"/> sets, in the order of its file.</summary>
    public static IEnumerable<Setting> Read(string profile)
    {
        using var stream = typeof(Profile).Assembly.GetManifestResourceStream($"{profile}.json")!;
        using var json = JsonDocument.Parse(stream, new JsonDocumentOptions { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true });
        return
        [
            .. json.RootElement.EnumerateObject().Select(pair => new Setting(
                pair.Name, pair.Value.ValueKind == JsonValueKind.String ? pair.Value.GetString()! : pair.Value.GetRawText(), $"profile {profile}")),
        ];
    }
}
