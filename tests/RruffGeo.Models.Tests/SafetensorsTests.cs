using System.Buffers.Binary;
using RruffGeo.Models.Tests.Reference;
using RruffGeo.Tests;

namespace RruffGeo.Models.Tests;

public sealed class SafetensorsTests : IDisposable
{
    private readonly string path = Path.GetTempFileName();

    public void Dispose() => File.Delete(path);

    [Fact]
    public void The_file_has_the_public_layout()
    {
        Safetensors.Write(path, [(new("b", [2, 1]), [1.5f, -2]), (new("a", [3]), [0, 1, 2])], new Dictionary<string, string> { ["y"] = "ü\"", ["x"] = "1" });
        var bytes = File.ReadAllBytes(path);
        var length = (int)BinaryPrimitives.ReadUInt64LittleEndian(bytes);
        Assert.Equal(0, length % 8);
        var (header, data) = SafetensorsReader.Parts(path);
        Assert.Equal(20, data.Length);
        Assert.Equal(
            """{"__metadata__":{"x":"1","y":"\u00FC\u0022"},"b":{"dtype":"F32","shape":[2,1],"data_offsets":[0,8]},"a":{"dtype":"F32","shape":[3],"data_offsets":[8,20]}}""",
            header.RootElement.GetRawText());
        Assert.Equal("ü\"", header.RootElement.GetProperty("__metadata__").GetProperty("y").GetString());
        var tensors = SafetensorsReader.Read(path);
        Assert.Equal(["b", "a"], tensors.Keys);
        Assert.Equal([2, 1], tensors["b"].Shape);
        Assert.Equal([1.5, -2], tensors["b"].Values);
        Assert.Equal([0.0, 1, 2], tensors["a"].Values);
    }

    [Theory]
    [InlineData("a", 2)]
    [InlineData("b", 3)]
    public void Values_that_do_not_fill_the_shape_and_names_that_come_twice_are_refused(string second, int values) => Assert.Throws<ArgumentException>(
        () => Safetensors.Write(path, [(new("a", [2]), [1, 2]), (new(second, [2]), new float[values])], new Dictionary<string, string>()));

    [Fact]
    public void Python_loads_a_network_by_name_without_our_code()
    {
        var architecture = TestNetworks.Small();
        var values = architecture.Tensors.Select((spec, i) => (spec, Enumerable.Range(0, spec.Count).Select(j => i + (j / 1024f)).ToArray())).ToList();
        Safetensors.Write(path, values, new Dictionary<string, string> { ["classes"] = "3" });
        var script = Path.Combine(AppContext.BaseDirectory, "sums.py");
        File.WriteAllText(script, """
            import json, sys
            import numpy
            content = open(sys.argv[1], "rb").read()
            start = 8 + int.from_bytes(content[:8], "little")
            header = json.loads(content[8:start])
            assert header.pop("__metadata__") == {"classes": "3"}
            for name, entry in header.items():
                first, last = entry["data_offsets"]
                values = numpy.frombuffer(content, "<f4", (last - first) // 4, start + first).reshape(entry["shape"])
                print(name, "x".join(map(str, values.shape)), repr(float(values.sum(dtype="f8"))), repr(float(values.flat[-1])))
            """);
        var lines = PythonProgram.Run(["numpy"], "sums.py", path).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(
            values.Select(tensor => FormattableString.Invariant($"{tensor.spec.Name} {string.Join('x', tensor.spec.Shape)} {tensor.Item2.Sum(value => (double)value):F4} {tensor.Item2[^1]:F4}")),
            lines.Select(line => line.Split(' ') is [var name, var shape, var sum, var last]
                ? FormattableString.Invariant($"{name} {shape} {double.Parse(sum, null):F4} {double.Parse(last, null):F4}") : line));
    }
}
