using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace RruffGeo.Models;

/// <summary>Sixteen values at a time between memory and registers, from and to either type.</summary>
internal static unsafe class Sixteen
{
    /// <summary>The values at <paramref name="from"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Load<T>(T* from)
        where T : unmanaged => typeof(T) == typeof(float)
        ? Vector512.Load((float*)from)
        : Vector512.AsSingle(Vector512.ShiftLeft(Avx512F.ConvertToVector512UInt32(Vector256.Load((ushort*)from)), 16));

    /// <summary>Rounds, if need be, and stores.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store<T>(Vector512<float> values, T* to)
        where T : unmanaged
    {
        if (typeof(T) == typeof(float))
            values.Store((float*)to);
        else
            Avx512F.ConvertToVector256UInt16(Vector512.ShiftRightLogical(Vector512.AsUInt32(values) + Vector512.Create(0x8000u), 16)).Store((ushort*)to);
    }
}
