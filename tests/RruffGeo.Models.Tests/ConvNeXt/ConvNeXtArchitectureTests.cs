namespace RruffGeo.Models.Tests.ConvNeXt;

public sealed class ConvNeXtArchitectureTests
{
    [Fact]
    public void The_papers_network_has_as_many_parameters_as_worked_out_by_hand()
    {
        // Per block of width d: 7d + d (depthwise) + 2d (norm) + 4d² + 4d + 4d² + d (pointwise) + d (γ) = 8d² + 16d.
        const int blocks = (2 * ((8 * 32 * 32) + (16 * 32))) + (2 * ((8 * 64 * 64) + (16 * 64))) + (3 * ((8 * 128 * 128) + (16 * 128))) + (2 * ((8 * 256 * 256) + (16 * 256)));
        const int stem = (32 * 4) + 32 + (2 * 32);
        const int halvings = (2 * 32) + (64 * 32 * 2) + 64 + (2 * 64) + (128 * 64 * 2) + 128 + (2 * 128) + (256 * 128 * 2) + 256;
        const int head = (2 * 256) + (101 * 256) + 101;
        Assert.Equal(blocks + stem + halvings + head, new ConvNeXtArchitecture(101).ParameterCount);
        Assert.Equal(1_654_725, new ConvNeXtArchitecture(101).ParameterCount);
    }

    [Fact]
    public Task The_parts_of_the_papers_network() => Verify(new ConvNeXtArchitecture(101).Describe());

    [Fact]
    public void Tensors_have_canonical_names_in_canonical_order()
    {
        Assert.Equal(
            [
                "stem.conv.weight 2,1,4", "stem.conv.bias 2", "stem.norm.weight 2", "stem.norm.bias 2",
                "stage0.block0.dwconv.weight 2,1,7", "stage0.block0.dwconv.bias 2", "stage0.block0.norm.weight 2", "stage0.block0.norm.bias 2",
                "stage0.block0.pwconv1.weight 8,2", "stage0.block0.pwconv1.bias 8", "stage0.block0.pwconv2.weight 2,8", "stage0.block0.pwconv2.bias 2", "stage0.block0.gamma 2",
                "down1.norm.weight 2", "down1.norm.bias 2", "down1.conv.weight 3,2,2", "down1.conv.bias 3",
                "stage1.block0.dwconv.weight 3,1,7", "stage1.block0.dwconv.bias 3", "stage1.block0.norm.weight 3", "stage1.block0.norm.bias 3",
                "stage1.block0.pwconv1.weight 12,3", "stage1.block0.pwconv1.bias 12", "stage1.block0.pwconv2.weight 3,12", "stage1.block0.pwconv2.bias 3", "stage1.block0.gamma 3",
                "norm.weight 3", "norm.bias 3", "head.weight 5,3", "head.bias 5",
            ],
            TestNetworks.Tiny(5).Tensors.Select(tensor => $"{tensor.Name} {string.Join(',', tensor.Shape)}"));
    }

    [Fact]
    public void Rates_of_stochastic_depth_grow_linearly_from_zero_over_the_blocks() =>
        Assert.Equal([0, 0.0125, 0.025, 0.0375, 0.05, 0.0625, 0.075, 0.0875, 0.1], new ConvNeXtArchitecture(2).DropPathRates(0.1).Select(rate => Math.Round(rate, 10)));

    [Fact]
    public void Lengths_follow_the_kernels()
    {
        Assert.Equal([256, 128, 64, 32], new ConvNeXtArchitecture(2).Lengths(1024));
        Assert.Equal([15, 7, 3, 1], new ConvNeXtArchitecture(2).Lengths(63));
    }

    [Fact]
    public void As_many_depths_as_widths_are_asked_for() =>
        Assert.Contains("found 1 depths and 2 widths", Assert.Throws<ArgumentException>(() => new ConvNeXtArchitecture(2) { Depths = [1], Widths = [2, 3] }.Validate()).Message, StringComparison.Ordinal);
}
