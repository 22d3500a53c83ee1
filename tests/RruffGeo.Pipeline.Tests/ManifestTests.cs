using System.Text;
using System.Text.Json;
using CsCheck;
using RruffGeo.Pipeline.Keys;
using RruffGeo.Pipeline.Store;

namespace RruffGeo.Pipeline.Tests;

public sealed class ManifestTests
{
    private static readonly Gen<string> text = Gen.Int[0, 9].Select(index => "ab\"\\\n é→\u0001/"[index]).Array[0, 8].Select(letters => new string(letters));

    [Fact]
    public void Any_manifest_survives_being_written_and_read()
    {
        var file = Gen.Select(text, Gen.Long, text, text, Gen.Bool).Select((path, size, digest, meaning, means) => new OutputFile(path, size, digest, means ? meaning : null));
        var accepted = Gen.Select(text, text).Select((key, reason) => new Acceptance(key, reason)).Array[0, 3];
        Gen.Select(text, Gen.Select(text, text).Array[0, 5], file.Array[0, 3], Gen.Double[-1e9, 1e9], accepted).Sample((word, parts, files, number, acceptances) =>
        {
            var manifest = new Manifest
            {
                Format = word,
                Key = word + "k",
                Parts = Sandbox.Named([.. parts.DistinctBy(part => part.Item1, StringComparer.Ordinal)]),
                Outputs = [.. files],
                Logical = word + "l",
                Tier = word + "t",
                TookSeconds = number,
                ProcessorSeconds = -number,
                PeakMemoryBytes = 1 << 30,
                SideBySide = 2,
                Producer = word + "p",
                Accepted = acceptances.Length == 0 ? null : [.. acceptances],
            };

            var json = JsonSerializer.SerializeToUtf8Bytes(manifest, ManifestJson.Readable.Manifest);

            Assert.Equal(json, JsonSerializer.SerializeToUtf8Bytes(ManifestReader.Read(json), ManifestJson.Readable.Manifest));
        });
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("{\"format\":1}")]
    [InlineData("{\"parts\":{\"stage\":null}}")]
    [InlineData("{\"outputs\":[null]}")]
    [InlineData("{\"outputs\":[{\"path\":\"a\",\"size\":1.5,\"sha256\":\"b\"}]}")]
    [InlineData("{\"outputs\":[[[[[[[[[[]]]]]]]]]]}")]
    public void What_is_no_manifest_is_refused(string json) => Assert.ThrowsAny<JsonException>(() => ManifestReader.Read(Encoding.UTF8.GetBytes(json)));

    [Fact]
    public void A_property_that_is_not_known_is_left_out()
    {
        const string known = """
            {"format":"f","key":"k","parts":{},"outputs":[],"logical":"l","tier":"t","tookSeconds":1,"processorSeconds":2.5,"peakMemoryBytes":3,"sideBySide":1,"producer":"p"
            """;
        Assert.Equal(2.5, ManifestReader.Read(Encoding.UTF8.GetBytes(known + ",\"later\":{\"a\":[1,{\"b\":2}]}}")).ProcessorSeconds);
        Assert.ThrowsAny<JsonException>(() => ManifestReader.Read(Encoding.UTF8.GetBytes(known + "} {}")));
    }
}
