using System.Globalization;
using RruffGeo.Build.Arguments;
using RruffGeo.Pipeline.Remote;
using RruffGeo.Pipeline.Scheduling;
using RruffGeo.Pipeline.Upkeep;

namespace RruffGeo.Build.Tests;

public sealed class ArgumentReaderTests
{
    [Fact]
    public Task Every_mistake_is_reported_at_once() => Verify(Typed.Mistakes(
        "target=Papr", "corpus=rruf", "profile=fast", "outptus=x", "run=../up", "device=gpu", "force=Metrix", "offline=maybe", "exit-code",
        "set=Model.Epochs=3", "set=Models.Epoch=3", "set=Models.Epochs=many", "set=Models.LearningRate=0,1", "set=Folds.Folds=1",
        "set=Folds.Shuffle=no", "set=Folds.Protocols=row,locus", "set=Epochs", "set=Resampled.Order=E"));

    [Fact]
    public void The_demo_corpus_is_the_default_in_a_run_of_its_own()
    {
        var arguments = Typed.Arguments();
        Assert.Equal((Corpus.Demo, "demo"), (arguments.Corpus, arguments.Run));
    }

    [Fact]
    public void A_set_parameter_goes_over_the_profile_and_the_profile_over_the_paper()
    {
        var parameters = Typed.Arguments("profile=quick", "set=Models.Epochs=7").Parameters;
        Assert.Equal((7, 512, 0.35), (parameters.Models.Epochs, parameters.Resampled.Points, parameters.Models.WeightDecay));
    }

    [Fact]
    public void The_paper_profile_changes_nothing() =>
        Assert.Equal(new ParameterSet().Records, Typed.Arguments("profile=paper").Parameters.Records);

    [Fact]
    public void An_ablation_goes_over_the_profile_and_names_the_run()
    {
        var arguments = Typed.Arguments("corpus=rruff", "profile=quick", "ablation=raw-only", "ablation=window-100-1500");
        Assert.Equal("rruff-quick-raw-only-window-100-1500", arguments.Run);
        var resampled = arguments.Parameters.Resampled;
        Assert.Equal(("RAW", 100.0, 1500.0, 512), (resampled.Kind, resampled.First, resampled.Last, resampled.Points));
        Assert.Contains("raw-only", Typed.Mistakes("ablation=raw"), StringComparison.Ordinal);
    }

    [Fact]
    public void Every_ablation_can_be_read_and_departs_from_the_paper() => Assert.All(
        Ablation.Names, name => Assert.NotEqual(
            new ParameterSet().Records, Typed.Arguments("profile=paper", "ablation=" + name).Parameters.Records));

    [Fact]
    public void Networks_can_be_chosen_and_are_trained_in_the_usual_order()
    {
        Assert.Equal(
            [new("row", "convnext1d", 0), new("row", "convnext1d", 4), new("specimen", "convnext1d", 2)],
            Typed.Arguments("branch=specimen/2, ROW/4", "branch=row/0").Branches);
        Assert.Empty(Typed.Arguments().Branches);
        Assert.Contains("--branch: there is no network 'row/5'.", Typed.Mistakes("branch=row/5"), StringComparison.Ordinal);
        Assert.Contains("Write protocol/fold, such as row/0; protocols: row,specimen, folds: 0 to 4.", Typed.Mistakes("branch=specimen"), StringComparison.Ordinal);
        Assert.Contains("there is no network 'twin/0'", Typed.Mistakes("branch=twin/0", "set=Folds.Folds=-1"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Folds.Shuffle=false")]
    [InlineData("folds.shuffle=False")]
    public void Names_and_flags_of_parameters_are_read_in_any_case(string setting) =>
        Assert.False(Typed.Arguments("set=" + setting).Parameters.Folds.Shuffle);

    [Fact]
    public void An_optional_parameter_can_be_set_and_cleared()
    {
        Assert.Equal(150.5, Typed.Arguments("set=Resampled.First=150.5").Parameters.Resampled.First);
        Assert.Null(Typed.Arguments("set=Resampled.First=150.5", "set=Resampled.First=null").Parameters.Resampled.First);
    }

    [Fact]
    public void Numbers_are_read_alike_in_every_culture()
    {
        var before = CultureInfo.CurrentCulture;
        var decimalComma = (CultureInfo)CultureInfo.InvariantCulture.Clone();
        decimalComma.NumberFormat.NumberDecimalSeparator = ",";
        decimalComma.NumberFormat.NumberGroupSeparator = ".";
        try
        {
            CultureInfo.CurrentCulture = decimalComma;
            var parameters = Typed.Arguments("set=Models.LearningRate=2.5e-3").Parameters;
            Assert.Equal(0.0025, parameters.Models.LearningRate);
            Assert.Equal("0.0025", ParameterText.Of("Models", parameters.Models)["Models.LearningRate"]);
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Theory]
    [InlineData("demo", "run=rruff-paper")]
    [InlineData("rruff", "run=demo-2")]
    public void Simulated_and_real_runs_cannot_take_each_others_names(string corpus, string run) =>
        Assert.Contains("Runs on simulated data, and no others, have names that begin with 'demo'.", Typed.Mistakes("corpus=" + corpus, run), StringComparison.Ordinal);

    [Theory]
    [InlineData("..")]
    [InlineData("a/b")]
    [InlineData("a\\b")]
    [InlineData(".hidden")]
    [InlineData("demo x")]
    public void A_run_is_a_plain_name(string run) =>
        Assert.Contains("is no plain name", Typed.Mistakes("run=" + run), StringComparison.Ordinal);

    [Fact]
    public void Rruff_without_a_folder_of_archives_is_downloaded()
    {
        var arguments = Typed.Arguments("corpus=rruff");
        Assert.Equal((null, null, "high-resolution"), (arguments.Archives, arguments.Mirror, arguments.Parameters.Download.Archives));
    }

    [Fact]
    public void Accepted_vintages_are_named_in_lists_and_again() => Assert.Equal(
        ["LR-Raman.zip", "fair_oriented.zip", "unrated_oriented.zip"],
        Typed.Arguments("corpus=rruff", "accept-drift=lr-raman, fair_oriented.zip", "accept-drift=unrated_oriented").AcceptedDrift);

    [Fact]
    public void An_accepted_vintage_of_no_known_archive_is_a_mistake() => Assert.Contains(
        "--accept-drift: there is no archive 'excelent_oriented'. Did you mean 'excellent_oriented'?",
        Typed.Mistakes("corpus=rruff", "accept-drift=excelent_oriented"), StringComparison.Ordinal);

    [Theory]
    [InlineData("https://example.org/raman", "https://example.org/raman/")]
    [InlineData("http://127.0.0.1:8080/", "http://127.0.0.1:8080/")]
    public void A_mirror_is_a_folder_on_the_web(string typed, string address) =>
        Assert.Equal(address, Typed.Arguments("corpus=rruff", "mirror=" + typed).Mirror!.AbsoluteUri);

    [Theory]
    [InlineData("file:///tmp/raman")]
    [InlineData("ftp://example.org/raman")]
    [InlineData("raman")]
    public void Anything_else_is_no_mirror(string typed) =>
        Assert.Contains($"--mirror: '{typed}' is no address of a folder.", Typed.Mistakes("corpus=rruff", "mirror=" + typed), StringComparison.Ordinal);

    [Theory]
    [InlineData("accept-drift=LR-Raman", "--accept-drift is about downloads, but the demo corpus makes its own archives.")]
    [InlineData("mirror=https://example.org", "--mirror is about downloads, but the demo corpus makes its own archives.")]
    [InlineData("set=Download.Archives=all", "Download.Archives is about downloads, but the demo corpus makes its own archives.")]
    public void What_is_about_downloads_contradicts_archives_that_are_there(string typed, string mistake) =>
        Assert.Contains(mistake, Typed.Mistakes(typed), StringComparison.Ordinal);

    [Fact]
    public void An_unknown_set_of_archives_is_a_mistake_with_the_known_names() => Assert.Contains(
        "Download.Archives: Expected high-resolution, all or names among LR-Raman.zip, excellent_oriented.zip",
        Typed.Mistakes("corpus=rruff", "set=Download.Archives=best"), StringComparison.Ordinal);

    [Fact]
    public void A_missing_archive_folder_is_named() =>
        Assert.Contains("no-such-folder does not exist. Put RRUFF's zip archives there", Typed.Mistakes("corpus=rruff", "archives=no-such-folder"), StringComparison.Ordinal);

    [Fact]
    public void An_empty_archive_folder_is_refused()
    {
        var folder = Directory.CreateTempSubdirectory();
        Assert.Contains("holds no .zip file", Typed.Mistakes("corpus=rruff", $"archives={folder.FullName}"), StringComparison.Ordinal);
        folder.Delete();
    }

    [Fact]
    public void An_output_folder_below_a_file_is_refused_before_anything_runs()
    {
        var file = Path.GetTempFileName();
        Assert.Contains($"because {file} is a file", Typed.Mistakes($"outputs={Path.Combine(file, "x")}"), StringComparison.Ordinal);
        File.Delete(file);
    }

    [Fact]
    public void Explain_as_a_target_plans_in_full()
    {
        var arguments = Typed.Arguments("target=Explain");
        Assert.Equal((RunMode.Plan, Detail.Full), (arguments.Mode, arguments.Detail));
    }

    [Fact]
    public void An_argument_given_twice_is_a_mistake() =>
        Assert.Contains("--run was given 2 times: demo, demo-2.", Typed.Mistakes("run=demo", "run=demo-2"), StringComparison.Ordinal);

    [Fact]
    public void What_concerns_the_engine_is_read()
    {
        var engine = Typed.Arguments(
            "corpus=demo", "cores=3", "memory=1.5", "keep-going", "from=folds", "until=Models", "cache=http://cache:8080/x", "cache-write", "older-than=7",
            "size=0.5", "keep=demo", "dry-run", "sample=1").Engine;
        Assert.Equal((3, 1_500_000_000, UponFailure.KeepGoing), (engine.Machine.Cores, engine.Machine.MemoryBytes, engine.UponFailure));
        Assert.Equal(("Folds", "Models", "http://cache:8080/x"), (engine.From, engine.Until, engine.Cache!.AbsoluteUri));
        Assert.Equal((RemoteAccess.ReadWrite, TimeSpan.FromDays(7), 500_000_000), (engine.CacheAccess, engine.Limits.OlderThan, engine.Limits.MostBytes));
        Assert.Equal(("demo", CollectionMode.DryRun, 1), (Assert.Single(engine.Keep), engine.Collection, engine.Sample));
    }

    [Theory]
    [InlineData("--cores: expected whole cores, 1 to 4096, but found 'many'.", "cores=many")]
    [InlineData("--sample: expected a share, such as 0.25, 0 to 1, but found '2'.", "sample=2")]
    [InlineData("--cache: 'ftp://host' is no address.", "cache=ftp://host")]
    [InlineData("--offline forbids connections and --cache asks for one", "cache=http://host/", "offline")]
    [InlineData("--cache-write says that results are given to a cache", "cache-write")]
    [InlineData("--against: '../demo' is no name of a run.", "against=../demo")]
    [InlineData("--keep: '/etc' is no name of a run.", "keep=/etc")]
    [InlineData("--target=Diff compares with another run", "target=Diff")]
    [InlineData("--from: there is no 'Fold'. Did you mean 'Folds'?", "from=Fold")]
    public void What_the_engine_cannot_do_is_said(string mistake, params string[] words) =>
        Assert.Contains(mistake, Typed.Mistakes(["corpus=demo", .. words]), StringComparison.Ordinal);

    [Fact]
    public void A_device_that_this_build_lacks_is_a_mistake_that_says_how_to_get_it() => Assert.Contains(
        "--device=cuda: this host was built for processors. Delete .artifacts/build.stamp and run it again with the environment variable Torch=cuda.",
        Typed.Mistakes("device=cuda"), StringComparison.Ordinal);
}
