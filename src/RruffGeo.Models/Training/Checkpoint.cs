using System.Security.Cryptography;
using System.Text;

namespace RruffGeo.Models;

/// <summary>A training after some steps, from which it goes on exactly as it would have.</summary>
/// <param name="Identity">Everything that decides the trajectory.</param>
/// <param name="History">The epochs done.</param>
/// <param name="Position">How far the epoch after them is.</param>
/// <param name="Optimizer">The optimiser as it was, with the parameters.</param>
/// <remarks>
/// A format of our own that holds numbers and text only: mark, identity, history, scalars, parameters, z, v, and the SHA-256 of all of it.
/// What was cut off, altered or written for another training is not taken up.
/// </remarks>
internal sealed record Checkpoint(string Identity, IReadOnlyList<EpochResult> History, EpochPosition Position, ScheduleFreeState Optimizer)
{
    private const string Mark = "RruffGeo checkpoint 2";
    private const int MostEpochs = 1_000_000, DigestSize = 32;

    /// <summary>Writes the checkpoint; a killed process leaves the previous one.</summary>
    public void Write(string path)
    {
        using var bytes = new MemoryStream();
        using (var writer = new BinaryWriter(bytes, Encoding.UTF8, leaveOpen: true))
        {
            writer.Write(Mark);
            writer.Write(Identity);
            writer.Write(History.Count);
            foreach (var (epoch, loss, accuracy, rate) in History)
            {
                writer.Write(epoch);
                writer.Write(loss);
                writer.Write(accuracy);
                writer.Write(rate);
            }

            writer.Write(Position.Spectra);
            writer.Write(Position.LossSum);
            writer.Write(Position.Correct);
            writer.Write(Optimizer.Clock.Steps);
            writer.Write(Optimizer.Clock.WeightSum);
            writer.Write(Optimizer.Clock.LargestRate);
            writer.Write(Optimizer.LearningRate);
            writer.Write(Optimizer.IsTraining);
            foreach (var values in new[] { Optimizer.Parameters, Optimizer.Z, Optimizer.V })
                writer.Write(System.Runtime.InteropServices.MemoryMarshal.AsBytes<float>(values));
        }

        var partial = path + ".partial";
        using (var file = new FileStream(partial, FileMode.Create, FileAccess.Write))
        {
            var content = bytes.GetBuffer().AsSpan(0, (int)bytes.Length);
            file.Write(content);
            file.Write(SHA256.HashData(content));
            file.Flush(flushToDisk: true);
        }

        File.Move(partial, path, overwrite: true);
    }

    /// <summary>Reads the checkpoint of the training <paramref name="identity"/>.</summary>
    /// <param name="path">Where it would be.</param>
    /// <param name="identity">Everything that decides the trajectory.</param>
    /// <param name="parameters">Number of parameters.</param>
    /// <param name="notice">Why there is none although a file is there; else empty.</param>
    /// <returns>Null if there is none that can be used.</returns>
    public static Checkpoint? Read(string path, string identity, int parameters, out string notice)
    {
        notice = "";
        if (!File.Exists(path))
            return null;
        try
        {
            var largest = (3L * sizeof(float) * parameters) + (4L << 20) + (36L * MostEpochs);
            if (new FileInfo(path).Length is var length && (length < DigestSize || length > largest))
                throw new InvalidDataException($"{length} bytes");
            var bytes = File.ReadAllBytes(path);
            if (!SHA256.HashData(bytes.AsSpan(..^DigestSize)).AsSpan().SequenceEqual(bytes.AsSpan(^DigestSize..)))
                throw new InvalidDataException("its digest is wrong");
            using var reader = new BinaryReader(new MemoryStream(bytes, 0, bytes.Length - DigestSize), Encoding.UTF8);
            if (reader.ReadString() != Mark || reader.ReadString() != identity)
                throw new InvalidDataException("it belongs to another training");
            return new(identity, ReadHistory(reader), new(reader.ReadInt32(), reader.ReadDouble(), reader.ReadInt32()), ReadState(reader, parameters));
        }
        catch (Exception error) when (error is InvalidDataException or IOException or UnauthorizedAccessException)
        {
            notice = $"The checkpoint {Path.GetFileName(path)} is not used ({error.Message}): training starts anew.";
            return null;
        }
    }

    private static List<EpochResult> ReadHistory(BinaryReader reader)
    {
        var count = reader.ReadInt32();
        if (count is < 0 or > MostEpochs)
            throw new InvalidDataException($"{count} epochs");
        var history = new List<EpochResult>();
        for (var i = 0; i < count; i++)
            history.Add(new(reader.ReadInt32(), reader.ReadDouble(), reader.ReadDouble(), reader.ReadDouble()));
        return history;
    }

    private static ScheduleFreeState ReadState(BinaryReader reader, int parameters)
    {
        var clock = new ScheduleFreeClock(reader.ReadInt64(), reader.ReadDouble(), reader.ReadDouble());
        return new(clock, reader.ReadDouble(), reader.ReadBoolean(), Values(), Values(), Values());

        float[] Values()
        {
            var values = new float[parameters];
            reader.BaseStream.ReadExactly(System.Runtime.InteropServices.MemoryMarshal.AsBytes(values.AsSpan()));
            return values;
        }
    }
}
