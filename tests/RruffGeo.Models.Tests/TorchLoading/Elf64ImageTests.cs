using CsCheck;
using RruffGeo.TorchLoading;

namespace RruffGeo.Models.Tests.TorchLoading;

public sealed class Elf64ImageTests
{
    private static readonly byte[] Sound = new SyntheticLibrary()
        .Symbol("malloc", 3).Symbol(LoadingVerdict.Marker, 7).Need("libc.so.6", "GLIBC_2.2.5", 3).Need(LoadingVerdict.Runtime, "GLIBCXX_3.4.32", 7).ToBytes();

    [Fact]
    public void Symbols_and_their_versions_are_read()
    {
        var image = new Elf64Image(Sound, "x.so");
        Assert.Equal([0, 3, 7], image.SymbolVersions());
        Assert.Equal(["", "malloc", LoadingVerdict.Marker], Enumerable.Range(0, 3).Select(image.SymbolName));
    }

    [Fact]
    public void A_text_file_is_refused() => Refused("#!/bin/sh\n"u8.ToArray(), "expected an ELF file of at least 64 bytes");

    [Fact]
    public void A_32_bit_library_is_refused() => Refused(With(4, 1), "expected class 2 (64-bit) and data 1 (little-endian) but found class 1, data 1");

    [Fact]
    public void A_big_endian_library_is_refused() => Refused(With(5, 2), "found class 2, data 2");

    [Fact]
    public void A_library_of_another_processor_is_refused() => Refused(With(18, 183), "expected machine 62 (x86-64) but found 183");

    [Fact]
    public void A_truncated_library_is_refused() => Refused(Sound[..^20], "the file is truncated");

    [Fact]
    public void A_table_outside_the_file_is_refused()
    {
        var bytes = Sound.ToArray();
        var entry = bytes.AsSpan().IndexOf((ReadOnlySpan<byte>)[0xf0, 0xff, 0xff, 0x6f, 0, 0, 0, 0]);
        bytes[entry + 8 + 5] = 0x7f;
        var error = Assert.Throws<InvalidDataException>(() => new Elf64Image(bytes, "x.so").SymbolVersions());
        Assert.Contains("lies in no loaded segment", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Damaged_bytes_give_an_answer_or_a_clear_refusal_and_nothing_else() =>
        Gen.Select(Gen.Int[0, Sound.Length - 1], Gen.Byte).Array[1, 8].Sample(
            damages =>
            {
                var bytes = Sound.ToArray();
                foreach (var (at, value) in damages)
                    bytes[at] = value;
                try
                {
                    LoadingVerdict.Of(new Elf64Image(bytes, "x.so"), new HashSet<string>());
                    return true;
                }
                catch (InvalidDataException error)
                {
                    return error.Message.StartsWith("x.so: ", StringComparison.Ordinal);
                }
            },
            iter: 20_000);

    private static byte[] With(int at, byte value)
    {
        var bytes = Sound.ToArray();
        bytes[at] = value;
        return bytes;
    }

    private static void Refused(byte[] bytes, string reason)
    {
        var error = Assert.Throws<InvalidDataException>(() => LoadingVerdict.Of(new Elf64Image(bytes, "x.so"), new HashSet<string>()));
        Assert.StartsWith("x.so: ", error.Message, StringComparison.Ordinal);
        Assert.Contains(reason, error.Message, StringComparison.Ordinal);
    }
}
