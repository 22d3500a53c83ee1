using System.IO.Compression;
using System.Text;
using CsCheck;

namespace RruffGeo.Demo.Tests;

public sealed class StoredZipTests
{
    [Fact]
    public void What_is_written_is_what_a_zip_reader_finds() =>
        Gen.Dictionary(Gen.String[Gen.Char.AlphaNumeric, 1, 20], Gen.Byte.Array[0, 300])[0, 20].Sample(members =>
        {
            var file = new MemoryStream();
            StoredZip.Write(file, members.Select(pair => ("ö__" + pair.Key, pair.Value)));
            using var archive = new ZipArchive(file, ZipArchiveMode.Read);
            Assert.Equal(members.Keys.Select(key => "ö__" + key), archive.Entries.Select(entry => entry.FullName));
            foreach (var (entry, content) in archive.Entries.Zip(members.Values))
            {
                using var stream = entry.Open();
                var read = new MemoryStream();
                stream.CopyTo(read);
                Assert.Equal(content, read.ToArray());
            }
        }, iter: 50);

    [Fact]
    public void The_first_bytes_are_those_of_a_local_header_without_a_clock()
    {
        var file = new MemoryStream();
        StoredZip.Write(file, [("a", "x"u8.ToArray())]);
        Assert.Equal("504B0304140000080000000021508316DC8C01000000010000000100000061" + "78", Convert.ToHexString(file.ToArray()[..32]));
    }
}
