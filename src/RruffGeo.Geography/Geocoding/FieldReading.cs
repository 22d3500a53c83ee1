namespace RruffGeo.Geography;

/// <summary>What is read as a country's name in the last field of a locality.</summary>
public enum FieldReading
{
    /// <summary>A name, perhaps after a few words that belong to it ("Death Valley USA"). A sentence names no origin.</summary>
    Names,

    /// <summary>Also the end of a sentence ("pill is from Vietnam"), as a geocoder that answers to anything would: a reading that mimics the paper.</summary>
    Sentences,
}
