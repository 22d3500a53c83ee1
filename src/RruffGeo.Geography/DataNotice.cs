namespace RruffGeo.Geography;

/// <summary>Origin and licences of the embedded geographic data.</summary>
public static class DataNotice
{
    /// <summary>The notice that has to accompany the embedded polygons and gazetteer wherever they go, as Markdown.</summary>
    public static string Text
    {
        get
        {
            using var reader = new StreamReader(EmbeddedData.Open("NOTICE.md"));
            return reader.ReadToEnd();
        }
    }
}
