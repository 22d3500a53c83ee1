using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics.X86;

namespace RruffGeo.Models;

/// <summary>Asks for memory before it is needed, where the processor has the instruction. Any address may be asked for.</summary>
internal static unsafe class Prefetch
{
    private const int ValuesOfLine = 16;

    /// <summary>Into the first cache: the line that holds <paramref name="at"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Near(float* at)
    {
        if (Sse.IsSupported)
            Sse.Prefetch0(at);
    }

    /// <summary>Into the first cache: <paramref name="rows"/> rows of <paramref name="columns"/> values, <paramref name="stride"/> apart.</summary>
    public static void Near(float* at, nint stride, int rows, int columns)
    {
        for (var row = 0; row < rows; row++, at += stride)
            for (var column = 0; column < columns; column += ValuesOfLine)
                Near(at + column);
    }

    /// <summary>Into the second cache: the line that holds <paramref name="at"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Second(byte* at)
    {
        if (Sse.IsSupported)
            Sse.Prefetch1(at);
    }
}
