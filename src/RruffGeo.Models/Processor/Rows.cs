using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace RruffGeo.Models;

/// <summary>Arithmetic on rows of equal length.</summary>
internal static class Rows
{
    /// <summary>Σ a·b.</summary>
    public static float Dot(ReadOnlySpan<float> a, ReadOnlySpan<float> b)
    {
        ReadOnlySpan<Vector512<float>> va = MemoryMarshal.Cast<float, Vector512<float>>(a), vb = MemoryMarshal.Cast<float, Vector512<float>>(b);
        var sum = Vector512<float>.Zero;
        for (var i = 0; i < va.Length; i++)
            sum = Vector512.FusedMultiplyAdd(va[i], vb[i], sum);
        var total = Vector512.Sum(sum);
        for (var i = va.Length * Vector512<float>.Count; i < a.Length; i++)
            total += a[i] * b[i];
        return total;
    }

    /// <summary>target ← a·b, value by value.</summary>
    public static void Product(ReadOnlySpan<float> a, ReadOnlySpan<float> b, Span<float> target)
    {
        var vt = MemoryMarshal.Cast<float, Vector512<float>>(target);
        ReadOnlySpan<Vector512<float>> va = MemoryMarshal.Cast<float, Vector512<float>>(a), vb = MemoryMarshal.Cast<float, Vector512<float>>(b);
        for (var i = 0; i < vt.Length; i++)
            vt[i] = va[i] * vb[i];
        for (var i = vt.Length * Vector512<float>.Count; i < target.Length; i++)
            target[i] = a[i] * b[i];
    }

    /// <summary>target ← target + a·b, value by value.</summary>
    public static void AddProduct(Span<float> target, ReadOnlySpan<float> a, ReadOnlySpan<float> b)
    {
        var vt = MemoryMarshal.Cast<float, Vector512<float>>(target);
        ReadOnlySpan<Vector512<float>> va = MemoryMarshal.Cast<float, Vector512<float>>(a), vb = MemoryMarshal.Cast<float, Vector512<float>>(b);
        for (var i = 0; i < vt.Length; i++)
            vt[i] = Vector512.FusedMultiplyAdd(va[i], vb[i], vt[i]);
        for (var i = vt.Length * Vector512<float>.Count; i < target.Length; i++)
            target[i] += a[i] * b[i];
    }

    /// <summary>target ← factor·a.</summary>
    public static void Scaled(ReadOnlySpan<float> a, float factor, Span<float> target)
    {
        var vt = MemoryMarshal.Cast<float, Vector512<float>>(target);
        var va = MemoryMarshal.Cast<float, Vector512<float>>(a);
        var vf = Vector512.Create(factor);
        for (var i = 0; i < vt.Length; i++)
            vt[i] = va[i] * vf;
        for (var i = vt.Length * Vector512<float>.Count; i < target.Length; i++)
            target[i] = factor * a[i];
    }

    /// <summary>target ← target + factor·a.</summary>
    public static void AddScaled(Span<float> target, ReadOnlySpan<float> a, float factor)
    {
        var vt = MemoryMarshal.Cast<float, Vector512<float>>(target);
        var va = MemoryMarshal.Cast<float, Vector512<float>>(a);
        var vf = Vector512.Create(factor);
        for (var i = 0; i < vt.Length; i++)
            vt[i] = Vector512.FusedMultiplyAdd(va[i], vf, vt[i]);
        for (var i = vt.Length * Vector512<float>.Count; i < target.Length; i++)
            target[i] += factor * a[i];
    }
}
