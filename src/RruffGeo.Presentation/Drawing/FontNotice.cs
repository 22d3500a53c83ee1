namespace RruffGeo.Presentation.Drawing;

/// <summary>Licence of the embedded typeface.</summary>
public static class FontNotice
{
    /// <summary>The licence that has to accompany DejaVu Sans wherever it goes.</summary>
    public static string Text
    {
        get
        {
            using var reader = new StreamReader(typeof(FontNotice).Assembly.GetManifestResourceStream("DejaVuSans-LICENSE.txt")!);
            return reader.ReadToEnd();
        }
    }
}
