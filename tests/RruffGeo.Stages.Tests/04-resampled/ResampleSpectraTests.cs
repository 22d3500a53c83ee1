using RruffGeo.Artifacts;

namespace RruffGeo.Stages.Tests;

public sealed class ResampleSpectraTests : IDisposable
{
    private readonly TestArchives archives = new();

    public void Dispose() => archives.Dispose();

    [Fact]
    public void The_window_covers_the_used_spectra_and_is_rounded_outward()
    {
        var raw = Raw(100.5f, 110.25f, 500);

        var resampled = Resample(raw, new ResampledParameters { Points = 32 }, excluded: 2);

        Assert.Equal(new ResamplingGrid(100, 115, 32), resampled.Grid);
        Assert.Equal(raw.Descriptions.Take(2).Select(row => row.SpectrumId), resampled.Spectra.Select(row => row.SpectrumId));
        Assert.Empty(resampled.Left);
    }

    [Fact]
    public void Intensities_are_between_0_and_1_inside_and_0_outside_the_native_range()
    {
        // Intensities i² at 100 … 104 cm⁻¹ and at 200 … 204: a parabola, which a cubic spline reproduces; grid step 1 cm⁻¹.
        var resampled = Resample(Raw(100, 200), new ResampledParameters { First = 90, Last = 210, Points = 121 });

        var intensities = resampled.ReadIntensities();
        var expected = new float[2 * 121];
        for (var i = 0; i < 5; i++)
            expected[10 + i] = expected[121 + 110 + i] = i * i / 16f;
        Assert.Equal(expected.Length, intensities.Length);
        for (var i = 0; i < expected.Length; i++)
            Assert.Equal(expected[i], intensities[i], 1e-6f);
        Assert.Equal([116 / 121f, 116 / 121f], resampled.Spectra.Select(row => row.PaddingShare));
        Assert.Equal([(100f, 104f), (200f, 204f)], resampled.Spectra.Select(row => (row.NativeFirst, row.NativeLast)));
    }

    [Fact]
    public void A_spectrum_outside_the_window_is_left_with_its_reason()
    {
        var resampled = Resample(Raw(100, 3_000), new ResampledParameters { First = 90, Last = 1_500, Points = 1_411 });

        Assert.Single(resampled.Spectra);
        var left = Assert.Single(resampled.Left);
        Assert.Equal(("outside-window", "Measured at 3000 … 3004 cm⁻¹; the grid is 90 … 1500 cm⁻¹ in 1411 points."), (left.Code, left.Reason));
    }

    [Fact]
    public void Used_rows_are_resampled_or_left_with_a_reason()
    {
        var raw = Raw([.. Enumerable.Range(0, 600).Select(i => (float)(i * 10))]);

        var resampled = Resample(raw, new ResampledParameters { First = 1_000, Last = 5_000, Points = 64 });

        Assert.Equal(600, resampled.Spectra.Count + resampled.Left.Count);
        Assert.Equal(64 * resampled.Spectra.Count, resampled.ReadIntensities().Length);
        Assert.All(resampled.Left, row => Assert.Equal("outside-window", row.Code));
    }

    [Fact]
    public void The_same_input_gives_the_same_bytes()
    {
        var raw = Raw([.. Enumerable.Range(0, 600).Select(i => i / 7f)]);

        Resample(raw, new ResampledParameters { Points = 100 });
        var first = File.ReadAllBytes(Path.Combine(archives.LastDestination, "resampled.parquet"));
        Resample(raw, new ResampledParameters { Points = 100 });

        Assert.Equal(first, File.ReadAllBytes(Path.Combine(archives.LastDestination, "resampled.parquet")));
    }

    [Fact]
    public void A_corpus_whose_rows_are_all_excluded_is_refused_with_what_to_look_at()
    {
        var error = Assert.Throws<InvalidDataException>(() => Resample(Raw(100), new ResampledParameters(), excluded: 0));

        Assert.Contains("See the column 'exclusions' of joined.parquet", error.Message, StringComparison.Ordinal);
    }

    private RawSpectra Raw(params float[] firsts) => archives.Run(archives.Write(
        "a.zip", [.. firsts.Select((first, i) => (TestArchives.Name(suffix: $"{i:d4}"), TestArchives.Spectrum(first: first)))]));

    private ResampledSpectra Resample(RawSpectra raw, ResampledParameters parameters, int excluded = -1)
    {
        var joined = archives.Stage().Destination;
        ParquetTable.Write<JoinedSpectrum>(Path.Combine(joined, "joined.parquet"), [.. raw.Descriptions.Select((row, i) =>
            new JoinedSpectrum { SpectrumId = row.SpectrumId, Exclusions = i == excluded ? "synthetic" : "" })]);
        return ResampleSpectra.Run(raw, new JoinedSpectra(joined), parameters, archives.Stage());
    }
}
