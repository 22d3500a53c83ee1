using System.Buffers.Binary;
using System.Numerics;
using System.Runtime.CompilerServices;

namespace RruffGeo.Spectra;

/// <summary>Reads the lines that nearly all of an archive consists of, such as <c>1279.084, -12.19290</c>; leaves every other to <see cref="NumberText"/>.</summary>
/// <remarks>
/// Each number has up to seven digits, a point and up to seven digits, read eight characters at a time. Where the next line begins hangs on
/// how long each number is, which would make a processor wait line after line; so the wavenumber is first taken to be laid out as the one
/// before, and that is checked.
/// </remarks>
internal ref struct PlainLines(ReadOnlySpan<byte> text, Span<float> wavenumbers, Span<float> intensities)
{
    // The longest plain line and what its last eight-character read may touch.
    private const int Reach = 40;

    private readonly ReadOnlySpan<byte> text = text;
    private readonly Span<float> wavenumbers = wavenumbers;
    private readonly Span<float> intensities = intensities;

    /// <summary>True if a line ended in a line feed alone.</summary>
    public bool SawLineFeed { get; private set; }

    /// <summary>True if a line ended in a carriage return and a line feed.</summary>
    public bool SawCarriageReturn { get; private set; }

    private static ReadOnlySpan<ulong> PowersOfTen => [1, 10, 100, 1_000, 10_000, 100_000, 1_000_000, 10_000_000];

    /// <summary>Reads lines from <paramref name="at"/> up to the first that is not plain, and moves there.</summary>
    /// <returns>How many were read.</returns>
    // Optimised from the first call: a stage lasts seconds, and half of it would pass before the compiler's second version is ready.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public int Read(ref int at)
    {
        var (points, start, whole, fraction) = (0, at, 0, 0);
        while (text.Length - start >= Reach)
        {
            var line = text.Slice(start, Reach);
            var head = BinaryPrimitives.ReadUInt64LittleEndian(line);
            if (line[whole] != '.' || line[whole + fraction + 1] != ',')
            {
                whole = LeadingDigits(head);
                if (whole > 7)
                    break;
                fraction = Math.Min(7, LeadingDigits(BinaryPrimitives.ReadUInt64LittleEndian(line[(whole + 1)..])));
                if (whole == 0 || line[whole] != '.' || line[whole + fraction + 1] != ',')
                    break;
            }

            var tail = BinaryPrimitives.ReadUInt64LittleEndian(line[(whole + 1)..]);
            if (LeadingDigits(head) != whole || LeadingDigits(tail) != fraction)
                break;
            var wavenumber = Number(head, whole, tail, fraction);

            var i = whole + fraction + 2;
            i += line[i] == ' ' ? 1 : 0;
            var negative = line[i] == '-';
            i += negative ? 1 : 0;
            head = BinaryPrimitives.ReadUInt64LittleEndian(line[i..]);
            var digits = LeadingDigits(head);
            if (digits is 0 or 8 || line[i + digits] != '.')
                break;
            i += digits + 1;
            tail = BinaryPrimitives.ReadUInt64LittleEndian(line[i..]);
            var decimals = LeadingDigits(tail);
            if (decimals == 8)
                break;
            var intensity = Number(head, digits, tail, decimals);

            i += decimals;
            var returns = line[i] == '\r' ? 1 : 0;
            if (line[i + returns] != '\n')
                break;
            SawCarriageReturn |= returns == 1;
            SawLineFeed |= returns == 0;
            wavenumbers[points] = (float)wavenumber;
            intensities[points++] = (float)(negative ? -intensity : intensity);
            start += i + returns + 1;
        }

        at = start;
        return points;
    }

    // Fourteen digits and a power of ten up to 10⁷ are exact doubles, so the division rounds once, to the nearest double.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static double Number(ulong head, int digits, ulong tail, int decimals)
    {
        var power = PowersOfTen[decimals];
        return (double)(long)((LeadingNumber(head, digits) * power) + LeadingNumber(tail, decimals)) / (long)power;
    }

    /// <summary>How many of the eight characters are digits before the first that is none.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int LeadingDigits(ulong characters)
    {
        // '0' … '9' become 0 … 9; adding 0x76 lifts everything above 9 into the top bit. A carry spoils only later characters.
        var values = characters ^ 0x3030303030303030;
        return BitOperations.TrailingZeroCount((values | (values + 0x7676767676767676)) & 0x8080808080808080) >> 3;
    }

    /// <summary>The number that the first <paramref name="digits"/> characters make, 0 ≤ digits ≤ 7: pairs, then fours, then all eight.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong LeadingNumber(ulong characters, int digits)
    {
        var values = (characters & 0x0F0F0F0F0F0F0F0F) << (56 - (8 * digits)) << 8;
        values = (values * ((10 << 8) + 1)) >> 8;
        values = ((values & 0x00FF00FF00FF00FF) * ((100UL << 16) + 1)) >> 16;
        return ((values & 0x0000FFFF0000FFFF) * ((10_000UL << 32) + 1)) >> 32;
    }
}
