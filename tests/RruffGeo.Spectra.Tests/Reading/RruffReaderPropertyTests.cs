using System.Globalization;
using System.Text;
using CsCheck;

namespace RruffGeo.Spectra.Tests;

public sealed class RruffReaderPropertyTests
{
    private static readonly byte[] Valid = Encoding.UTF8.GetBytes(
        "##NAMES=Quartz\n##RRUFFID=R040031\r\n##LOCALITY=Långban &#931;, Sweden\nmore\n\n100.5, 1E2\r\n101\t2.5\n102 -3\n103.25, 4e-2\n# c\n104, -\n##END=\n\n");

    [Fact]
    public void Any_bytes_give_a_spectrum_or_the_one_exception() =>
        Gen.Byte.Array[0, 400].Sample(bytes => ReadOrRefuse(bytes), iter: 3_000);

    [Fact]
    public void Any_text_of_the_format_s_own_letters_gives_a_spectrum_or_the_one_exception() =>
        Gen.Char["0123456789+-.eE,\t \n\r#=&;xNaif\u00e9"].Array[0, 200].Select(letters => Encoding.UTF8.GetBytes(letters))
            .Sample(bytes => ReadOrRefuse(bytes), iter: 5_000);

    [Fact]
    public void Any_damage_to_a_valid_file_gives_a_spectrum_or_the_one_exception() =>
        Gen.Select(Gen.Int[0, Valid.Length - 1], Gen.Byte).Array[1, 6].Select(Gen.Int[0, Valid.Length]).Sample(
            (changes, length) =>
            {
                var bytes = Valid.ToArray();
                foreach (var (at, value) in changes)
                    bytes[at] = value;
                ReadOrRefuse(bytes.AsSpan(0, length));
            },
            iter: 5_000);

    [Fact]
    public void Numbers_are_read_as_the_nearest_double_and_stored_as_the_nearest_single() =>
        Gen.Float.Where(value => float.IsFinite(value) && Math.Abs(value) < 1e30f).Array[4, 30].Sample(
            intensities =>
            {
                var text = string.Concat(intensities.Select((value, i) => string.Create(CultureInfo.InvariantCulture, $"{i}.25, {value:R}\n")));
                if (intensities.All(value => value == intensities[0]))
                    return;
                Assert.Equal(intensities, RruffReader.Read(Encoding.UTF8.GetBytes(text), "file").Intensities);
            },
            iter: 500);

    [Fact]
    public void The_number_reader_agrees_with_the_framework_on_every_decimal() =>
        Gen.Select(Gen.Long, Gen.Int[-30, 30], Gen.Int[0, 20]).Sample(
            (digits, exponent, point) =>
            {
                var plain = digits.ToString(CultureInfo.InvariantCulture);
                var at = Math.Min(plain.Length, point + (digits < 0 ? 1 : 0));
                var text = FormattableString.Invariant($"{plain[..at]}.{plain[at..]}e{exponent}");
                var end = 0;

                Assert.True(NumberText.TryRead(Encoding.ASCII.GetBytes(text), ref end, out var value));
                Assert.Equal((text.Length, double.Parse(text, CultureInfo.InvariantCulture)), (end, value));
            },
            iter: 5_000);

    [Theory]
    [InlineData("")]
    [InlineData("-")]
    [InlineData(".")]
    [InlineData("e5")]
    [InlineData("abc")]
    [InlineData("-infinit")]
    public void What_is_no_number_moves_nothing(string text)
    {
        var at = 0;

        Assert.False(NumberText.TryRead(Encoding.ASCII.GetBytes(text), ref at, out _));
        Assert.Equal(0, at);
    }

    private static void ReadOrRefuse(ReadOnlySpan<byte> bytes)
    {
        try
        {
            var file = RruffReader.Read(bytes, "file");
            Assert.True(file.Wavenumbers.Length >= RruffReader.MinimumPoints && file.Wavenumbers.Length == file.Intensities.Length);
            Assert.All(file.Intensities, value => Assert.True(float.IsFinite(value)));
            for (var i = 1; i < file.Wavenumbers.Length; i++)
                Assert.True(file.Wavenumbers[i - 1] < file.Wavenumbers[i]);
        }
        catch (RruffFormatException)
        {
            // The one exception that bad data may end in.
        }
    }
}
