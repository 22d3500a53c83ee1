namespace Cake.Frosting;

/// <summary>Configures a <see cref="CakeHost"/>.</summary>
public static class CakeHostExtensions
{
    /// <summary>Tasks are given a <typeparamref name="TContext"/>, made from Cake's context.</summary>
    public static CakeHost UseContext<TContext>(this CakeHost host)
        where TContext : class, IFrostingContext
    {
        host.Context = typeof(TContext);
        return host;
    }

    /// <summary>A <typeparamref name="TTeardown"/> runs after the last task.</summary>
    public static CakeHost UseTeardown<TTeardown>(this CakeHost host)
        where TTeardown : class, IFrostingTeardown
    {
        host.Teardown = typeof(TTeardown);
        return host;
    }
}
