namespace RruffGeo.Build.Tests;

public sealed class HostTests
{
    [Fact]
    public Task The_tree_of_tasks() => Verify(HostRun.Of("--tree").Output);

    [Fact]
    public Task The_descriptions_of_tasks() => Verify(string.Join("\n", from type in typeof(PaperContext).Assembly.GetExportedTypes()
        from name in type.GetCustomAttributes(typeof(Cake.Frosting.TaskNameAttribute), false).Cast<Cake.Frosting.TaskNameAttribute>()
        from description in type.GetCustomAttributes(typeof(Cake.Frosting.TaskDescriptionAttribute), false).Cast<Cake.Frosting.TaskDescriptionAttribute>()
        orderby name.Name
        select $"{name.Name,-10} {description.Description}"));

    [Fact]
    public void A_dry_run_lists_the_tasks_in_order_and_runs_none()
    {
        var run = HostRun.Of("--target=Joined", "--dryrun", "--verbosity=normal");
        Assert.Equal(0, run.ExitCode);
        Assert.Equal(["1. Raw", "2. Geocoded", "3. Joined"], run.Output.Split('\n').Where(line => line.Contains(". ", StringComparison.Ordinal) && char.IsDigit(line[0])));
        Assert.Contains("No tasks were actually executed.", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_wrong_command_line_ends_with_2_and_no_stack_trace()
    {
        var run = HostRun.Of("--target=Papr", "--set", "Models.Epochs=x");
        Assert.Equal(2, run.ExitCode);
        Assert.Contains("Did you mean 'Paper'?", run.Output, StringComparison.Ordinal);
        Assert.Contains("Models.Epochs is a whole number, but 'x' is not.", run.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", run.Output, StringComparison.Ordinal);
    }
}
