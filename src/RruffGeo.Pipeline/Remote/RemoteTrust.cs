namespace RruffGeo.Pipeline.Remote;

/// <summary>Whose word counts for what a key means: a cache's files are checked against digests anyway, but a record may be honest or made up.</summary>
/// <param name="Signs">Signs what is given; null to give it unsigned.</param>
/// <param name="Believes">What is taken must be signed by it; null to believe whoever may write the cache.</param>
public sealed record RemoteTrust(SigningKey? Signs, VerifyingKey? Believes)
{
    /// <summary>Nothing is signed, and signatures are not looked at.</summary>
    public static RemoteTrust Everyone { get; } = new(null, null);
}
