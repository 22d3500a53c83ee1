using System.IO.Hashing;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace RruffGeo.Spectra;

/// <summary>Finds pairs of spectra that may come from one measurement, without a look at their names.</summary>
/// <remarks>
/// At every multiple of 200 cm⁻¹ that a spectrum covers it is filed under the two wavenumbers it has there: spectra whose axes are equal, or one a
/// part of the other, meet in at least one file. Within a file the second differences of the next 66 intensities are compared, and what is alike there
/// becomes a candidate. Spectra with the same intensities over different axes are found by digest. The work grows with the number of
/// spectra, and within a file with the square of its size.
/// </remarks>
public sealed class TwinCandidates
{
    private const double AnchorSpacing = 200;
    private const int Differences = 64;

    // Low enough to lose no twin whose other windows are alike: the verdict is not passed here.
    private const float LeastAlike = 0.8f;

    private readonly Dictionary<(float, float), List<Filed>> files = [];
    private readonly Dictionary<UInt128, int> firstOfIntensities = [];
    private readonly HashSet<(int, int)> pairs = [];

    /// <summary>Takes a spectrum.</summary>
    /// <param name="spectrum">Its number; every number greater than the one before.</param>
    /// <param name="wavenumbers">Native axis, cm⁻¹, strictly increasing; length n.</param>
    /// <param name="intensities">Native intensities, arbitrary units, finite; length n.</param>
    public void Add(int spectrum, ReadOnlySpan<float> wavenumbers, ReadOnlySpan<float> intensities)
    {
        var digest = XxHash128.HashToUInt128(MemoryMarshal.AsBytes(intensities));
        if (!firstOfIntensities.TryAdd(digest, spectrum))
            pairs.Add((firstOfIntensities[digest], spectrum));

        for (var anchor = Math.Ceiling(wavenumbers[0] / AnchorSpacing) * AnchorSpacing; ; anchor += AnchorSpacing)
        {
            var at = wavenumbers.BinarySearch((float)anchor);
            at = at < 0 ? ~at : at;
            if (at + Differences + 2 > wavenumbers.Length)
                return;
            if (Window(intensities.Slice(at, Differences + 2)) is not { } window)
                continue;
            ref var file = ref CollectionsMarshal.GetValueRefOrAddDefault(files, (wavenumbers[at], wavenumbers[at + 1]), out _);
            (file ??= []).Add(new Filed(spectrum, window));
        }
    }

    /// <summary>The pairs, each once and the lower number first, in order.</summary>
    public IReadOnlyList<(int First, int Second)> Pairs(CancellationToken cancellationToken)
    {
        foreach (var file in files.Values)
        {
            cancellationToken.ThrowIfCancellationRequested();
            for (var i = 0; i < file.Count; i++)
                for (var j = i + 1; j < file.Count; j++)
                    if (file[i].Spectrum != file[j].Spectrum && Dot(file[i].Window, file[j].Window) >= LeastAlike)
                        pairs.Add((file[i].Spectrum, file[j].Spectrum));
        }

        return [.. pairs.Order()];
    }

    /// <summary>Second differences, centred and of length 1; null if they do not vary.</summary>
    private static float[]? Window(ReadOnlySpan<float> intensities)
    {
        var window = new float[Differences];
        var mean = 0.0;
        for (var i = 0; i < Differences; i++)
            mean += window[i] = (intensities[i + 2] - intensities[i + 1]) - (intensities[i + 1] - intensities[i]);
        mean /= Differences;
        var square = 0.0;
        for (var i = 0; i < Differences; i++)
        {
            window[i] -= (float)mean;
            square += (double)window[i] * window[i];
        }

        var scale = 1 / Math.Sqrt(square);
        if (!double.IsFinite(scale))
            return null;
        for (var i = 0; i < Differences; i++)
            window[i] = (float)(window[i] * scale);
        return window;
    }

    // Four lanes on every machine, so that the last digit does not hang on the processor.
    private static float Dot(float[] a, float[] b)
    {
        var sum = Vector128<float>.Zero;
        for (var i = 0; i < Differences; i += Vector128<float>.Count)
            sum += Vector128.Create(a, i) * Vector128.Create(b, i);
        return Vector128.Sum(sum);
    }

    private readonly record struct Filed(int Spectrum, float[] Window);
}
