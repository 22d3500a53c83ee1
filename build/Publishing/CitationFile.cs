using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using RruffGeo.Build.Running;

namespace RruffGeo.Build.Publishing;

/// <summary><c>CITATION.cff</c> in the Citation File Format 1.2.0.</summary>
internal static class CitationFile
{
    private static readonly JsonSerializerOptions readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>How to cite the bundle of <paramref name="run"/>.</summary>
    /// <param name="run">The run.</param>
    /// <param name="version">Version of the bundle.</param>
    /// <param name="lockDigest">SHA-256 of the run's lock file, lower-case hex.</param>
    /// <param name="released">Day of publication; null where no clock was given.</param>
    public static BundleFile Of(PublishedRun run, string version, string lockDigest, DateTime? released)
    {
        var text = new StringBuilder();
        void Line(string name, string value, int depth = 0) => text.Append(' ', 2 * depth).Append(name).Append(": ").Append(Quoted(value)).Append('\n');
        void Item(string first, string value, params (string Name, string Value)[] rest)
        {
            text.Append("  - ").Append(first).Append(": ").Append(Quoted(value)).Append('\n');
            foreach (var (name, other) in rest)
                Line(name, other, 2);
        }

        Line("cff-version", "1.2.0");
        Line("message", (run.Simulated ? $"{SimulatedNotice.Text} " : "") + "If you use this bundle, cite it, the paper that it reruns, and RRUFF.");
        Line("type", "dataset");
        Line("title", $"RruffGeo, run {run.Name}{(run.Simulated ? " (simulated data)" : "")}: the paper From Spectra to Geography, rerun");
        Line("abstract", run.Simulated
            ? $"{SimulatedNotice.Text} Output of the pipeline on its embedded demo corpus."
            : "Tables, figures, claims with verdicts, metrics and folds of a rerun of From Spectra to Geography: Intelligent Mapping of RRUFF Mineral Data, with provenance. Holds no spectra.");
        text.Append("authors:\n");
        Item("name", "The RruffGeo authors");
        Line("version", version);
        if (released is { } day)
            Line("date-released", day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        Line("license", "MIT");
        text.Append("identifiers:\n");
        Item("type", "other", ("value", $"sha256:{lockDigest}"), ("description", "Digest of paper.lock, which names everything that the run was made from"));
        text.Append("keywords:\n");
        foreach (var word in (string[])["Raman spectroscopy", "mineralogy", "geolocation", "reproducibility", "data leakage", .. run.Simulated ? [BundleNames.Simulated] : Array.Empty<string>()])
            text.Append("  - ").Append(Quoted(word)).Append('\n');
        text.Append("references:\n");
        Item("type", "article", ("title", "From Spectra to Geography: Intelligent Mapping of RRUFF Mineral Data"), ("year", "2024"));
        Authors(("Francesco", "Pappone"), ("Federico", "Califano"), ("Marco", "Tafani"));
        Item(
            "type", "book", ("title", "The power of databases: the RRUFF project"), ("collection-title", "Highlights in Mineralogical Crystallography"), ("year", "2015"), ("start", "1"), ("end", "30"),
            ("url", "https://rruff.info"));
        Authors(("Barbara", "Lafuente"), ("Robert T.", "Downs"), ("Hexiong", "Yang"), ("Nathan", "Stone"));
        Item("type", "data", ("title", "GeoNames"), ("license", "CC-BY-4.0"), ("url", "https://www.geonames.org"));
        text.Append("    authors:\n      - name: \"GeoNames\"\n");
        Item("type", "data", ("title", "Natural Earth"), ("url", "https://www.naturalearthdata.com"));
        text.Append("    authors:\n      - name: \"Natural Earth\"\n");
        return BundleFile.OfText(BundleNames.Citation, text.ToString());

        void Authors(params (string Given, string Family)[] people)
        {
            text.Append("    authors:\n");
            foreach (var (given, family) in people)
                text.Append(CultureInfo.InvariantCulture, $"      - given-names: {Quoted(given)}\n        family-names: {Quoted(family)}\n");
        }
    }

    // A double-quoted scalar of YAML takes every JSON string; a whole number is left as one.
    private static string Quoted(string value) => int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out _) ? value : JsonSerializer.Serialize(value, readable);
}
