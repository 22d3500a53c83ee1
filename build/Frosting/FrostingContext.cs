using Cake.Core;

namespace Cake.Frosting;

/// <summary>The context a host derives its own from.</summary>
/// <param name="context">Cake's context.</param>
public class FrostingContext(ICakeContext context) : CakeContextAdapter(context), IFrostingContext;
