using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace RruffGeo.Build.Tests;

public sealed class AheadOfTimeTests
{
    private static readonly string bin = Path.Combine(Repository.Root, ".artifacts", "bin");

    [Fact]
    public void What_is_compiled_ahead_of_time_holds_the_instructions_it_was_made_of()
    {
        var (host, source) = (Path.Combine(bin, "RruffGeo.Build", "release", "RruffGeo.Pipeline.dll"), Path.Combine(bin, "RruffGeo.Pipeline", "release", "RruffGeo.Pipeline.dll"));
        Assert.SkipUnless(File.Exists(host) && File.Exists(source), "Needs a host built with ./build.sh.");
        using var compiled = new PEReader(File.OpenRead(host));
        using var plain = new PEReader(File.OpenRead(source));
        Assert.SkipUnless(compiled.PEHeaders.CorHeader!.ManagedNativeHeaderDirectory.Size > 0, "The host was built without the compiler ahead of time.");
        Assert.SkipUnless(BuildOf(compiled) == BuildOf(plain), "The host was built of other sources.");

        Assert.Equal(Instructions(plain), Instructions(compiled));
        Assert.Equal(0, plain.PEHeaders.CorHeader!.ManagedNativeHeaderDirectory.Size);
    }

    [Fact]
    public void Nothing_that_computes_numbers_is_compiled_ahead_of_time()
    {
        var targets = File.ReadAllText(Path.Combine(Repository.Root, "build", "AheadOfTime", "AheadOfTime.targets"));
        Assert.Equal(
            ["Cake.Cli", "Cake.Core", "RruffGeo.Pipeline"],
            targets.Split("'%(Filename)' == '").Skip(1).Select(rest => rest.Split('\'')[0]).Order(StringComparer.Ordinal));
    }

    private static Guid BuildOf(PEReader image) => image.GetMetadataReader().GetGuid(image.GetMetadataReader().GetModuleDefinition().Mvid);

    private static string[] Instructions(PEReader image)
    {
        var metadata = image.GetMetadataReader();
        return
        [
            .. from handle in metadata.MethodDefinitions
               let method = metadata.GetMethodDefinition(handle)
               select $"{metadata.GetString(method.Name)} {(method.RelativeVirtualAddress == 0 ? "" : Convert.ToHexString(image.GetMethodBody(method.RelativeVirtualAddress).GetILBytes()!))}",
        ];
    }
}
