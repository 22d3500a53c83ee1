using System.Text;
using System.Text.RegularExpressions;

namespace RruffGeo.Build.Publishing;

/// <summary>The report as it may be published: its viewer carries spectra, which RRUFF's terms are not known to let anyone pass on.</summary>
internal static partial class PublishedReport
{
    private const string Instead =
        "<p class=\"note\">The viewer of spectra stood here. It is left out of the published report, because it holds measured spectra and RRUFF's are not redistributed; the report where the run was made has it.</p>\n";

    /// <summary>Where the report lies in a run.</summary>
    public const string Whole = "08-paper/report.html";

    /// <summary>Where the report without its viewer lies in a bundle: not where the manifest says that the whole one is.</summary>
    public const string WithoutViewer = "report.html";

    /// <summary><paramref name="file"/>, but the report without its viewer, and elsewhere; a report without a viewer is left as it is.</summary>
    public static BundleFile Of(BundleFile file)
    {
        if (file.Path != Whole)
            return file;
        var page = Encoding.UTF8.GetString(file.Content);
        return Viewer().IsMatch(page) ? BundleFile.OfText(WithoutViewer, Viewer().Replace(page, Instead)) : file;
    }

    [GeneratedRegex("<figure class=\"spectra\".*?</figure>\n?", RegexOptions.Singleline)]
    private static partial Regex Viewer();
}
