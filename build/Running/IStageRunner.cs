using System.Collections.Immutable;
using RruffGeo.Artifacts;

namespace RruffGeo.Build.Running;

/// <summary>Does with a wired stage what the run asks for: produce it, plan it, or (in tests) note it.</summary>
internal interface IStageRunner : IDisposable
{
    /// <summary>Declares files that no stage makes.</summary>
    /// <param name="name">By which stages read them.</param>
    /// <param name="folder">Where they lie.</param>
    /// <param name="digests">Their digests by role.</param>
    void Give(string name, string folder, ImmutableSortedDictionary<string, string> digests);

    /// <summary>Does what no stage does and a stage needs, such as a download; shows how far it has come.</summary>
    /// <param name="label">What it is for.</param>
    /// <param name="why">What will be done, in a line.</param>
    /// <param name="work">Does it; a plan leaves it out.</param>
    void Prepare(string label, string why, Action<IProgress<StageProgress>, CancellationToken> work);

    /// <summary>Tells whoever follows the run or reads the plan.</summary>
    void Tell(string line);

    /// <summary>Handles one stage.</summary>
    void Make(StageWiring wiring);

    /// <summary>Handles the branches of a stage, as many at a time as the machine has room for.</summary>
    /// <param name="branches">In the order in which their artifacts are gathered.</param>
    void MakeAll(IReadOnlyList<StageWiring> branches);

    /// <summary>Folder of an artifact made before, by its name.</summary>
    string FolderOf(string name);

    /// <summary>SHA-256 of a file, lower-case hex; read only if the file changed since it was last asked for.</summary>
    string DigestOf(string path);

    /// <summary>Prints what came of the run.</summary>
    /// <param name="failure">What ended the run early; null if nothing did.</param>
    void Summarise(Exception? failure);
}
