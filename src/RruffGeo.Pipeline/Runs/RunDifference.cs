using RruffGeo.Pipeline.Files;
using RruffGeo.Pipeline.Keys;
using RruffGeo.Pipeline.Store;

namespace RruffGeo.Pipeline.Runs;

/// <summary>Compares runs, and a stage run with its repetition.</summary>
internal static class RunDifference
{
    /// <summary>The stages that are not the same, in the order of stages and branches.</summary>
    internal static IReadOnlyList<StageChange> Between(IReadOnlyList<LockEntry> first, IReadOnlyList<LockEntry> second, Func<string, string, string> explainCode)
    {
        var (before, after) = (first.ToDictionary(entry => entry.Name), second.ToDictionary(entry => entry.Name));
        return
        [
            .. from name in before.Keys.Union(after.Keys).OrderBy(name => name.Stage, StringComparer.Ordinal).ThenBy(name => name.Branch, StringComparer.Ordinal)
               let old = before.GetValueOrDefault(name)
               let now = after.GetValueOrDefault(name)
               where old?.Key != now?.Key || old?.Logical != now?.Logical
               select new StageChange(
                   name.Stage, name.Branch,
                   now is null ? StagePresence.FirstOnly : old is null ? StagePresence.SecondOnly : StagePresence.Both,
                   old is null || now is null
                       ? []
                       : [.. KeyChange.Between(old.Parts.ToDictionary(StringComparer.Ordinal), now.Parts.ToDictionary(StringComparer.Ordinal), explainCode)],
                   old?.Logical == now?.Logical ? ArtifactAgreement.Same : ArtifactAgreement.Different),
        ];
    }

    /// <summary>Compares the files of a repeated stage run with what the store keeps of it.</summary>
    internal static Recomputation Of(Manifest recorded, PipelineStore store, string folder, IReadOnlyList<OutputFile> outputs)
    {
        var (kept, made) = (recorded.Outputs.ToDictionary(file => file.Path), outputs.ToDictionary(file => file.Path));
        return new(
        [
            .. from path in kept.Keys.Union(made.Keys).Order(StringComparer.Ordinal)
               let old = kept.GetValueOrDefault(path)
               let now = made.GetValueOrDefault(path)
               select new RecomputedFile(
                   path,
                   old is null || now is null ? FileAgreement.None
                   : old.Sha256 == now.Sha256 ? FileAgreement.Bytes
                   : old.Meaning is not null && old.Meaning == now.Meaning ? FileAgreement.Meaning : FileAgreement.None,
                   old is null ? null : store.Blobs.PathOf(old.Sha256),
                   now is null ? null : OutputPath.Below(folder, path)),
        ]);
    }
}
