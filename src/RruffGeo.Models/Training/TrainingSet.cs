using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;

namespace RruffGeo.Models;

/// <summary>Spectra with their classes, as rows of a shared matrix of intensities.</summary>
/// <param name="Intensities">All spectra, row-major; rows that no set uses may be among them. Not copied.</param>
/// <param name="Points">Intensities in a row, L.</param>
/// <param name="Rows">Rows of this set, in its order.</param>
/// <param name="Classes">Class of each row of the set.</param>
/// <param name="Names">Name of each row of the set, for messages.</param>
public sealed record TrainingSet(float[] Intensities, int Points, int[] Rows, int[] Classes, IReadOnlyList<string> Names)
{
    /// <summary>Spectra in the set.</summary>
    public int Count => Rows.Length;

    /// <summary>Intensities of a spectrum of the set.</summary>
    public ReadOnlySpan<float> IntensitiesOf(int member) => Intensities.AsSpan(checked(Rows[member] * Points), Points);

    /// <summary>Copies the first <paramref name="points"/> intensities of some spectra of the set, one after the other.</summary>
    public void Copy(ReadOnlySpan<int> members, int points, Span<float> destination)
    {
        for (var i = 0; i < members.Length; i++)
            Intensities.AsSpan(checked(Rows[members[i]] * Points), points).CopyTo(destination[(i * points)..]);
    }

    /// <summary>Names of some spectra of the set.</summary>
    internal string[] NamesOf(ReadOnlySpan<int> members) => Array.ConvertAll(members.ToArray(), member => Names[member]);

    /// <summary>Throws if the parts do not fit together.</summary>
    /// <exception cref="ArgumentException">Lengths, rows or classes are out of range.</exception>
    public void Validate(int classes)
    {
        if (Rows.Length == 0 || Rows.Length != Classes.Length || Rows.Length != Names.Count)
            throw new ArgumentException($"Expected as many rows, classes and names, at least one, but found {Rows.Length}, {Classes.Length} and {Names.Count}.");
        for (var i = 0; i < Rows.Length; i++)
        {
            if (Rows[i] < 0 || (long)(Rows[i] + 1) * Points > Intensities.Length)
                throw new ArgumentException($"Spectrum {Names[i]} is row {Rows[i]} of a matrix of {Intensities.Length / Points} rows.");
            if ((uint)Classes[i] >= (uint)classes)
                throw new ArgumentException($"Spectrum {Names[i]} has class {Classes[i]}: expected 0 … {classes - 1}.");
        }
    }

    /// <summary>Digest of the spectra and classes in their order, lower-case hex.</summary>
    internal string Digest()
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        for (var i = 0; i < Rows.Length; i++)
        {
            hash.AppendData(Encoding.UTF8.GetBytes($"{Names[i]}\n{Classes[i]}\n"));
            hash.AppendData(MemoryMarshal.AsBytes(Intensities.AsSpan(Rows[i] * Points, Points)));
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}
