using Cake.Core;
using Cake.Core.Configuration;
using Cake.Core.Diagnostics;
using Cake.Core.IO;
using Cake.Core.Tooling;

namespace RruffGeo.Build.Tests;

/// <summary>A Cake context without Cake: tasks of stages use none of it.</summary>
internal sealed class NoCake : ICakeContext
{
    public IFileSystem FileSystem => throw new NotSupportedException();

    public ICakeEnvironment Environment => throw new NotSupportedException();

    public IGlobber Globber => throw new NotSupportedException();

    public ICakeLog Log => throw new NotSupportedException();

    public ICakeArguments Arguments => throw new NotSupportedException();

    public IProcessRunner ProcessRunner => throw new NotSupportedException();

    public IRegistry Registry => throw new NotSupportedException();

    public IToolLocator Tools => throw new NotSupportedException();

    public ICakeDataResolver Data => throw new NotSupportedException();

    public ICakeConfiguration Configuration => throw new NotSupportedException();

    public IToolInstaller ToolInstaller => throw new NotSupportedException();

    public IServiceProvider ServiceProvider => throw new NotSupportedException();
}
