using System.Text;

namespace RruffGeo.Presentation.Report;

/// <summary>Licences of others' code that lies in the report.</summary>
public static class VendoredLicence
{
    /// <summary>uPlot's, whole, as its licence asks.</summary>
    public static string UPlot
    {
        get
        {
            using var reader = new StreamReader(typeof(VendoredLicence).Assembly.GetManifestResourceStream("uPlot-LICENSE.txt")!, Encoding.UTF8);
            return reader.ReadToEnd().Trim();
        }
    }
}
