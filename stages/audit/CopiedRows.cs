using RruffGeo.Evaluation;

namespace RruffGeo.Stages;

/// <summary>Rows whose features are equal to the last bit under another specimen: a unit that no id knows, and no protocol can keep together.</summary>
internal static class CopiedRows
{
    /// <summary>Each row that repeats the features of an earlier row of another specimen, beside the first such row; rows of zeros are no copies.</summary>
    public static IReadOnlyList<(JoinedSpectrum First, JoinedSpectrum Copy)> Of(IReadOnlyList<JoinedSpectrum> spectra, float[][] features)
    {
        var specimens = SharedUnits.Number([.. spectra.Select(row => row.Specimen)]);
        var first = new Dictionary<float[], int>(EqualFeatures.Instance);
        var copies = new List<(JoinedSpectrum First, JoinedSpectrum Copy)>();
        for (var row = 0; row < features.Length; row++)
        {
            if (Array.TrueForAll(features[row], value => value == 0) || first.TryAdd(features[row], row))
                continue;
            if (first[features[row]] is var earlier && specimens[earlier] != specimens[row])
                copies.Add((spectra[earlier], spectra[row]));
        }

        return copies;
    }

    private sealed class EqualFeatures : IEqualityComparer<float[]>
    {
        public static EqualFeatures Instance { get; } = new();

        public bool Equals(float[]? x, float[]? y) => x.AsSpan().SequenceEqual(y);

        public int GetHashCode(float[] features)
        {
            var hash = default(HashCode);
            foreach (var value in features)
                hash.Add(value);
            return hash.ToHashCode();
        }
    }
}
