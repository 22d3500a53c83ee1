using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using TorchSharp;

namespace RruffGeo.Models;

/// <summary>Spans over the named parts of a flat float32 tensor on the processor, which must outlive this.</summary>
internal sealed unsafe class ParameterViews
{
    private readonly Dictionary<string, (int First, int Count)> parts = new(StringComparer.Ordinal);
    private readonly float* data;

    /// <summary>The parts of <paramref name="flat"/>, in the order of the architecture's tensors.</summary>
    public ParameterViews(ConvNeXtArchitecture architecture, torch.Tensor flat)
    {
        data = (float*)Unsafe.AsPointer(ref MemoryMarshal.GetReference(flat.bytes));
        var first = 0;
        foreach (var tensor in architecture.Tensors)
        {
            parts[tensor.Name] = (first, tensor.Count);
            first += tensor.Count;
        }
    }

    /// <summary>The values of the tensor of that canonical name.</summary>
    public Span<float> this[string name] => parts[name] is var (first, count) ? new(data + first, count) : default;
}
