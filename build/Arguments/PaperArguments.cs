using System.Collections.Immutable;
using RruffGeo.Stages;

namespace RruffGeo.Build.Arguments;

/// <summary>What the command line asks for, checked as a whole.</summary>
internal sealed record PaperArguments
{
    /// <summary>Where the spectra come from.</summary>
    public Corpus Corpus { get; init; }

    /// <summary>Folder of RRUFF's zip archives; null for the demo corpus, and where they are to be downloaded.</summary>
    public string? Archives { get; init; }

    /// <summary>File names of the archives of which another vintage than the pinned one will do.</summary>
    public ImmutableArray<string> AcceptedDrift { get; init; } = [];

    /// <summary>Where archives are asked for; null for RRUFF's own servers.</summary>
    public Uri? Mirror { get; init; }

    /// <summary>A Natural Earth admin-0 shapefile or a zip of one; null for the embedded polygons.</summary>
    public string? Countries { get; init; }

    /// <summary>How live geocoders are asked, and where their answers are kept.</summary>
    public GeocodingArguments Geocoding { get; init; } = new();

    /// <summary>A table of mineral sites of known country, for the quality of the geography; null if not given.</summary>
    public string? Mines { get; init; }

    /// <summary>Folder name of the run below <see cref="Outputs"/>.</summary>
    public string Run { get; init; } = "demo";

    /// <summary>Folder of all runs.</summary>
    public string Outputs { get; init; } = "outputs";

    /// <summary>Folder of the content store.</summary>
    public string Store { get; init; } = ".pipeline";

    /// <summary>Parameters of all stages: the paper's, the profile's, <c>--set</c>'s, the later over the earlier.</summary>
    public ParameterSet Parameters { get; init; } = new();

    /// <summary>The networks to train; empty for all.</summary>
    public ImmutableArray<ModelBranch> Branches { get; init; } = [];

    /// <summary>Whether stages may open connections.</summary>
    public Network Network { get; init; }

    /// <summary>Target names of the stages that run although their artifact is known.</summary>
    public ImmutableArray<string> Force { get; init; } = [];

    /// <summary>Produce or only plan.</summary>
    public RunMode Mode { get; init; }

    /// <summary>How much is said about reasons.</summary>
    public Detail Detail { get; init; }

    /// <summary>How a plan is printed.</summary>
    public PlanForm Form { get; init; }

    /// <summary>Exit code of a plan that finds work: 3 with <c>--exit-code</c>, else 0.</summary>
    public int PlanFoundWork { get; init; }

    /// <summary>How the engine goes about it.</summary>
    public EngineArguments Engine { get; init; } = new();

    /// <summary>Folder in which a process of <c>BenchEngine</c> looks for work; null but there.</summary>
    public string? Bench { get; init; }

    /// <summary>The spectrum that <c>--target=Predict</c> asks about; null if none was named.</summary>
    public string? Spectrum { get; init; }

    /// <summary>Folds of the networks that are asked; null to leave the choice to the run.</summary>
    public string? Protocol { get; init; }

    /// <summary>The table that <c>--target=Audit</c> is about; null for the run's own spectra.</summary>
    public string? Csv { get; init; }

    /// <summary>Roles of its columns as typed, <c>role=header</c> each.</summary>
    public ImmutableArray<string> Columns { get; init; } = [];

    /// <summary>The bundle that <c>--target=VerifyBundle</c> checks; null if none was named.</summary>
    public string? Bundle { get; init; }

    /// <summary>Folder of this run.</summary>
    public string RunFolder => Path.Combine(Outputs, Run);
}
