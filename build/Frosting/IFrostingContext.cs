using Cake.Core;

namespace Cake.Frosting;

/// <summary>What tasks are given.</summary>
public interface IFrostingContext : ICakeContext;
