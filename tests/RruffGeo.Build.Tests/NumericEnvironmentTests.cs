using RruffGeo.Build.Running;
using RruffGeo.Stages;

namespace RruffGeo.Build.Tests;

public sealed class NumericEnvironmentTests
{
    [Fact]
    public void Training_rests_on_libraries_device_threads_and_the_kind_of_processor() => Assert.Equal(
        ["device", "isa", "libtorch", "rid", "runtime", "threads", "torchsharp", "vendor"], NumericEnvironment.ForTraining(new ModelsParameters()).Keys);

    [Fact]
    public void The_processor_s_maker_is_the_one_that_the_system_names()
    {
        Assert.SkipUnless(File.Exists("/proc/cpuinfo"), "No /proc/cpuinfo: the system is asked there who made the processor.");
        var named = File.ReadLines("/proc/cpuinfo").FirstOrDefault(line => line.StartsWith("vendor_id", StringComparison.Ordinal))?.Split(':')[1].Trim();
        Assert.Equal(named ?? "other", NumericEnvironment.ForTraining(new ModelsParameters())["vendor"]);
    }
}
