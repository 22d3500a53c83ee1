namespace RruffGeo.Pipeline.Store;

/// <summary>How a file gets from the store to where it is read.</summary>
internal enum Placement
{
    /// <summary>A copy, so that edits never reach the store.</summary>
    Copy,

    /// <summary>A second name of the sealed blob, for folders inside the store; a copy where names cannot be added.</summary>
    Link,
}
