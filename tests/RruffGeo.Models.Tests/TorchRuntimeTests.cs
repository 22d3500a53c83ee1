namespace RruffGeo.Models.Tests;

public sealed class TorchRuntimeTests
{
    [Theory]
    [InlineData("/lib/x86_64-linux-gnu/libstdc++.so.6: version `GLIBCXX_3.4.32' not found (required by /x/libLibTorchSharp.so)", "libstdc++ with GLIBCXX_3.4.32 (package libstdc++6")]
    [InlineData("/lib/x86_64-linux-gnu/libc.so.6: version `GLIBC_2.34' not found (required by /x/libLibTorchSharp.so)", "C library with GLIBC_2.34 (package libc6")]
    [InlineData("libgomp.so.1: cannot open shared object file: No such file or directory", "Install libgomp.so.1: apt-get install libgomp1.")]
    [InlineData("libstdc++.so.6: cannot open shared object file: No such file or directory", "apt-get install libstdc++6.")]
    [InlineData("libtorch_cpu.so: cannot open shared object file: No such file or directory", "libtorch_cpu.so is missing beside it: build again")]
    public void A_library_that_does_not_load_ends_in_a_sentence_that_says_what_is_needed(string loader, string advice) =>
        Assert.Contains(advice, TorchRuntime.Explain(loader), StringComparison.Ordinal);
}
