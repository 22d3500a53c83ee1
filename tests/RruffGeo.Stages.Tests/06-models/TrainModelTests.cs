using System.Runtime.InteropServices;
using System.Text.Json;
using RruffGeo.Artifacts;

namespace RruffGeo.Stages.Tests;

/// <summary>Forty spectra of two countries whose bands differ, four folds.</summary>
public sealed class TrainModelTests : IDisposable
{
    private static readonly ModelBranch Branch = new("row", "convnext1d", 1);
    private static readonly ModelsParameters Quick = new()
    {
        Depths = "1,1",
        Dimensions = "16,16",
        Batch = 8,
        Epochs = 10,
        LearningRate = 1e-2,
        LayerScale = 0.1,
        DropPath = 0.1,
        Dropout = 0.1,
    };

    private readonly string folder = Directory.CreateTempSubdirectory("rruffgeo-training-").FullName;
    private readonly ConstructedCorpus corpus = new(
        [.. Enumerable.Range(0, 40).Select(i => new ConstructedSpectrum($"s{i:D2}", i % 2 == 0 ? "A" : "B", $"R{i}") { Direction = i % 2 == 0 ? 0.1 : 1.4 })]);

    public void Dispose()
    {
        corpus.Dispose();
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public void Every_held_out_spectrum_and_no_other_is_predicted_in_the_order_of_the_folds()
    {
        var folds = Folds();
        var predictions = Train(folds, Quick).Predictions;
        var expected = folds.Assignments.Where(row => row is { Protocol: "row", Fold: 1 }).ToList();
        Assert.Equal(expected.Select(row => (row.SpectrumId, row.Class)), predictions.Select(row => (row.SpectrumId, row.Class)));
        Assert.All(predictions, row => Assert.Equal(2, row.Logits.Length));
        Assert.Equal(10, predictions.Count(row => row.Logits[row.Class] > row.Logits[1 - row.Class]));
    }

    [Fact]
    public void History_has_a_row_per_epoch_and_the_loss_falls()
    {
        var history = Train(Folds(), Quick).History;
        Assert.Equal(Enumerable.Range(1, 10), history.Select(epoch => epoch.Epoch));
        Assert.True(history[^1].Loss < history[0].Loss / 2, $"{history[0]} → {history[^1]}");
        Assert.All(history, epoch => Assert.InRange(epoch.LearningRate, 1e-6, 1e-2));
    }

    [Fact]
    public void Tensors_are_stored_under_their_canonical_names_with_their_shapes()
    {
        var tensors = Train(Folds(), Quick with { Epochs = 1 }).Tensors;
        Assert.Equal(("stem.conv.weight", "16,1,4"), (tensors[0].Name, tensors[0].Shape));
        Assert.Equal(("head.bias", "2"), (tensors[^1].Name, tensors[^1].Shape));
        Assert.All(tensors, tensor => Assert.Equal(tensor.Shape.Split(',').Aggregate(1, (product, size) => product * int.Parse(size, null)), tensor.Values.Length));
    }

    [Fact]
    public void The_same_tensors_and_metadata_lie_beside_them_as_safetensors()
    {
        var model = Train(Folds(), Quick with { Epochs = 1 });
        var path = Assert.Single(Directory.GetFiles(folder, "model.safetensors", SearchOption.AllDirectories));
        var content = File.ReadAllBytes(path);
        var start = 8 + (int)BitConverter.ToUInt64(content);
        using var header = JsonDocument.Parse(content.AsMemory(8, start - 8));
        foreach (var tensor in model.Tensors)
        {
            var entry = header.RootElement.GetProperty(tensor.Name);
            Assert.Equal(tensor.Shape, string.Join(',', entry.GetProperty("shape").EnumerateArray()));
            Assert.Equal(tensor.Values, MemoryMarshal.Cast<byte, float>(content.AsSpan(start + entry.GetProperty("data_offsets")[0].GetInt32()))[..tensor.Values.Length].ToArray());
        }

        Assert.Equal(model.Configuration["parameter_count"], header.RootElement.GetProperty("__metadata__").GetProperty("parameter_count").GetString());
    }

    [Fact]
    public void The_metadata_hold_the_whole_configuration()
    {
        var configuration = Train(Folds(), Quick with { Epochs = 1 }).Configuration;
        Assert.Equal("row", configuration["branch.protocol"]);
        Assert.Equal("30", configuration["training_spectra"]);
        Assert.Equal("10", configuration["held_out_spectra"]);
        Assert.Equal("4", configuration["steps"]);
        Assert.Equal("0.35", configuration["parameter.WeightDecay"]);
        Assert.Equal("all tensors", configuration["weight_decay_on"]);
        Assert.Equal("1", configuration["threads"]);
        Assert.Equal("cpu", configuration["device"]);
        Assert.Equal("float32", configuration["product_precision"]);
        Assert.Equal("0.107.0", configuration["torchsharp"]);
        Assert.All(typeof(ModelsParameters).GetProperties(), property => Assert.Contains($"parameter.{property.Name}", configuration.Keys));
    }

    [Fact]
    public void Progress_counts_spectra_up_to_their_total_and_words_the_epoch()
    {
        var seen = new List<StageProgress>();
        Train(Folds(), Quick with { Epochs = 2 }, new Watch(seen.Add));
        Assert.Equal((70L, 70L, "spectra", "row, fold 1"), (seen[^1].Done, seen[^1].Total, seen[^1].Unit, seen[^1].Activity));
        Assert.Matches(@"^epoch 2/2, loss \d\.\d{3}, accuracy \d\.\d{3}, \d+ spectra/s$", seen[^2].Detail);
    }

    [Fact]
    public void A_killed_training_goes_on_from_its_last_epoch_and_ends_alike()
    {
        var folds = Folds();
        var expected = Train(folds, Quick).Predictions.SelectMany(row => row.Logits);
        using var stop = new CancellationTokenSource();
        var watch = new Watch(progress =>
        {
            if (progress.Detail.StartsWith("epoch 3/", StringComparison.Ordinal))
                stop.Cancel();
        });
        Assert.Throws<OperationCanceledException>(() => TrainModel.Run(corpus.Resampled, folds, Quick, Branch, Stage("killed", watch, stop.Token)));
        Assert.Empty(Directory.GetFiles(Path.Combine(folder, "killed")));

        var epochs = new List<string>();
        var resumed = TrainModel.Run(corpus.Resampled, folds, Quick, Branch, Stage("killed", new Watch(progress => epochs.Add(progress.Detail)), TestContext.Current.CancellationToken));
        Assert.Matches("^epoch [34]/10", epochs[0]);
        Assert.Equal(expected, resumed.Predictions.SelectMany(row => row.Logits));
    }

    [Fact]
    public void Folds_of_other_spectra_are_refused()
    {
        using var other = new ConstructedCorpus([.. Enumerable.Range(0, 8).Select(i => new ConstructedSpectrum($"t{i}", i % 2 == 0 ? "A" : "B", $"R{i}"))]);
        var folds = other.WriteFolds(("row", [0, 0, 1, 1, 0, 0, 1, 1]));
        var error = Assert.Throws<InvalidDataException>(() => Train(folds, Quick));
        Assert.Equal("folds.parquet: spectrum 't0' is not in resampled.parquet. Rerun stage Folds.", error.Message);
    }

    [Fact]
    public void A_fold_that_holds_nothing_out_is_refused()
    {
        var folds = corpus.WriteFolds(("row", new int[40]));
        Assert.Contains("0 of them in fold 1", Assert.Throws<InvalidDataException>(() => Train(folds, Quick)).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("2,2,x", "32,64,128", "Depths: expected whole numbers separated by commas, such as 2,2,3,2, but found '2,2,x'.")]
    [InlineData("2,2", "32,64,128", "found 2 depths and 3 widths")]
    [InlineData("2,2", "32,0", "found 0")]
    public void Sizes_that_make_no_network_are_refused_before_anything_runs(string depths, string dimensions, string reason) => Assert.Contains(
        reason, Assert.Throws<ArgumentException>(new ModelsParameters { Depths = depths, Dimensions = dimensions }.Validate).Message, StringComparison.Ordinal);

    [Fact]
    public void Lower_precision_is_taken_where_the_processor_has_it_and_refused_elsewhere()
    {
        var parameters = Quick with { Epochs = 1, Precision = "bfloat16" };
        if (File.Exists("/proc/cpuinfo") && File.ReadAllText("/proc/cpuinfo").Contains("amx_bf16", StringComparison.Ordinal))
            Assert.Equal("bfloat16", Train(Folds(), parameters).Configuration["product_precision"]);
        else
            Assert.StartsWith("Models.Precision=bfloat16 on processors needs", Assert.Throws<InvalidOperationException>(() => Train(Folds(), parameters)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void An_unknown_precision_is_refused() => Assert.Throws<ArgumentOutOfRangeException>(new ModelsParameters { Precision = "half", Device = "cuda" }.Validate);

    [Fact]
    public void A_training_on_a_device_that_this_build_lacks_says_how_to_get_it()
    {
        var error = Assert.Throws<InvalidOperationException>(() => Train(Folds(), Quick with { Device = "cuda" }));
        Assert.StartsWith("Models.Device=cuda, but", error.Message, StringComparison.Ordinal);
        Assert.Contains("--device=cpu", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Weight_decay_may_leave_vectors_alone()
    {
        var parameters = Quick with { Epochs = 1, DecayOn = "matrices", WeightDecay = 50, WarmUp = 0, Optimizer = "current" };
        var model = Train(Folds(), parameters);
        Assert.Equal("convolution and linear weights", model.Configuration["weight_decay_on"]);
        Assert.All(model.Tensors.Single(tensor => tensor.Name == "norm.weight").Values, value => Assert.Equal(1, value, 0.1f));
        Assert.All(Train(Folds(), parameters with { DecayOn = "all" }).Tensors.Single(tensor => tensor.Name == "norm.weight").Values, value => Assert.InRange(value, -0.5f, 0.6f));
        Assert.Contains("Expected 'all' or 'matrices'", Assert.Throws<ArgumentOutOfRangeException>(new ModelsParameters { DecayOn = "none" }.Validate).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_network_that_is_too_deep_for_the_grid_is_refused()
    {
        var error = Assert.Throws<ArgumentException>(() => Train(Folds(), Quick with { Depths = "1,1,1,1,1", Dimensions = "8,8,8,8,8" }));
        Assert.Contains("Spectra of 32 points are too short for a network of 5 stages: expected at least 64 points", error.Message, StringComparison.Ordinal);
    }

    private AssignedFolds Folds() => corpus.WriteFolds(("row", [.. Enumerable.Range(0, 40).Select(i => i / 2 % 4)]));

    private TrainedModel Train(AssignedFolds folds, ModelsParameters parameters, IProgress<StageProgress>? progress = null) => TrainModel.Run(
        corpus.Resampled, folds, parameters, Branch, Stage(Guid.NewGuid().ToString("N"), progress ?? new Watch(_ => { }), TestContext.Current.CancellationToken));

    private StageContext Stage(string name, IProgress<StageProgress> progress, CancellationToken cancellation) => new(
        Directory.CreateDirectory(Path.Combine(folder, name)).FullName, Directory.CreateDirectory(Path.Combine(folder, name + "-scratch")).FullName, progress, cancellation);

    private sealed class Watch(Action<StageProgress> action) : IProgress<StageProgress>
    {
        public void Report(StageProgress value) => action(value);
    }
}
