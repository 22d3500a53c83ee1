using Cake.Frosting;
using RruffGeo.Build;
using RruffGeo.Build.Running;

HeadStart.Begin();
if (OperatingSystem.IsWindows())
    Console.OutputEncoding = System.Text.Encoding.UTF8;

// Cake's own headings and table say less than the engine's verdicts; --verbosity=normal brings the headings back.
var exitCode = new CakeHost()
    .UseContext<PaperContext>()
    .UseTeardown<PaperTeardown>()
    .Run(["--verbosity=minimal", "--no-report", .. args]);

// A plan that found work says so by Environment.ExitCode: nothing failed.
return exitCode != 0 ? exitCode : Environment.ExitCode;
